// @vitest-environment node
import { renderToString } from 'react-dom/server'
import { expect, test, vi } from 'vitest'
import { preloadParts, sentPart } from '../../src/ui/sentPart.tsx'
import { streamed } from '../serverHtml.ts'

const Greeting = ({ name }: { readonly name: string }) => <p>Hello {name}</p>
const greeted = (html: string) => html.replaceAll('<!-- -->', '')

test('a server that streams waits for the part and sends it whole', async () => {
  const Part = sentPart(() => Promise.resolve(Greeting))
  const { html, errors } = await streamed(<Part fallback={<i>soon</i>} name="Ada" />)
  expect(greeted(html)).toContain('<p>Hello Ada</p>')
  expect(html).not.toContain('soon')
  expect(errors).toEqual([])
})

test('a part brings others, and all of them are sent', async () => {
  const Inner = sentPart(() => Promise.resolve(Greeting))
  const Outer = sentPart(() => Promise.resolve(() => <Inner name="Ada" />))
  expect(greeted((await streamed(<Outer />)).html)).toContain('<p>Hello Ada</p>')
})

test('renderToString sends the fallback of a part that has not been loaded, and the part once it is', async () => {
  const load = vi.fn(() => Promise.resolve(Greeting))
  const Part = sentPart(load)
  const page = () => renderToString(<Part fallback={<i>soon</i>} name="Ada" />)
  expect(page()).toContain('<i>soon</i>')
  await vi.waitFor(() =>
    expect(greeted(page())).toBe('<div class="qv-sent"><p>Hello Ada</p></div>'),
  )
  expect(load).toHaveBeenCalledTimes(1)
})

test('what was preloaded is in the first renderToString, with what it brings itself', async () => {
  let Inner = Greeting as ReturnType<typeof sentPart<{ readonly name: string }>>
  const Outer = sentPart(async () => {
    Inner = sentPart(() => Promise.resolve(Greeting))
    return () => <Inner name="Ada" />
  })
  await preloadParts()
  expect(greeted(renderToString(<Outer fallback={<i>soon</i>} />))).toContain('<p>Hello Ada</p>')
})

test('one that cannot be loaded leaves its fallback, and says why to who renders and who preloads', async () => {
  const lost = new TypeError('Cannot find module')
  const load = vi
    .fn(() => Promise.resolve(Greeting))
    .mockRejectedValueOnce(lost)
    .mockRejectedValueOnce(lost)
  const Part = sentPart(load)
  const { html, errors } = await streamed(<Part fallback={<i>soon</i>} name="Ada" />)
  expect(html).toContain('<i>soon</i>')
  expect(errors).toEqual([lost])
  await expect(preloadParts()).rejects.toBe(lost)
  await preloadParts()
  expect(greeted(renderToString(<Part name="Ada" />))).toContain('Hello Ada')
})
