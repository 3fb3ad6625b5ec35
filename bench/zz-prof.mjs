import { launch, serve } from './bench/browser.mjs'
const [,, name, n, phase='mount', reps='1'] = process.argv
const s = await serve(); const b = await launch({freeRun:true})
const self=new Map()
let times=[]
for (let r=0;r<+reps;r++){
const p = await (await b.newContext({viewport:{width:1280,height:720}})).newPage()
await p.goto(s.url); await p.evaluate(([a,c])=>window.bench.load(a,c),[name,+n])
if (phase==='update') { await p.evaluate(()=>window.bench.mount()); await p.evaluate(()=>window.bench.update()) }
const c = await p.context().newCDPSession(p)
await c.send('Profiler.enable'); await c.send('Profiler.setSamplingInterval',{interval:100}); await c.send('Profiler.start')
const t=await p.evaluate((ph)=>window.bench[ph](),phase); times.push(t.sync)
const {profile}=await c.send('Profiler.stop')
const byId=new Map(profile.nodes.map(x=>[x.id,x]))
profile.samples.forEach((id,i)=>{const f=byId.get(id).callFrame; const k=f.functionName+' '+f.url.split('/').pop()+':'+f.lineNumber+':'+f.columnNumber; self.set(k,(self.get(k)??0)+profile.timeDeltas[i]/1000)})
await p.context().close()
}
console.log(times.map(x=>x.toFixed(1)).join(' '))
for (const [k,v] of [...self].sort((a,b)=>b[1]-a[1]).slice(0,28)) console.log((v/+reps).toFixed(1),k)
await b.close(); s.close()
