import 'qonversion-react/styles.css'
import { addCohortCss } from '../src/cohortCss'

export const name = 'floor-cohort-html'
export const about =
  'what cohort-table drew, as one innerHTML: style, layout and paint of its elements alone'
export const hover = 'none'
export const copies = 'cohort-table'

let pictures: readonly string[]
let shown = 0
let box: HTMLElement

export const copy = (html: readonly [string, string]) => {
  pictures = html
}
export function mount(el: HTMLElement) {
  addCohortCss()
  box = el
  el.innerHTML = pictures[0]!
}
export function update() {
  shown = 1 - shown
  box.innerHTML = pictures[shown]!
}
