import { createElement, type ReactNode } from 'react'
import 'qonversion-react/styles.css'
import { addCohortCss } from '../src/cohortCss'
import { reactMount } from '../src/react'

export const name = 'floor-cohort-react'
export const about =
  'what cohort-table drew, as finished React elements without a component: what React and the browser take for them'
export const hover = 'none'
export const copies = 'cohort-table'

let pictures: readonly ReactNode[]
let shown = 0
const root = reactMount()

export const copy = (html: readonly [string, string]) => {
  pictures = html.map((text) => elements(new DOMParser().parseFromString(text, 'text/html').body))
}
export function mount(el: HTMLElement) {
  addCohortCss()
  root.open(el, pictures[0])
}
export function update() {
  shown = 1 - shown
  root.show(pictures[shown])
}

/** The children of an element as React elements, by their places. */
const elements = (parent: Element): ReactNode[] =>
  [...parent.childNodes].map((node, key) => {
    if (!(node instanceof Element)) return node.textContent
    const children = elements(node)
    // One text is given as React is given one: without a list.
    return createElement(
      node.localName,
      { key, ...properties(node) },
      ...(children.length === 1 ? children : children.length > 0 ? [children] : []),
    )
  })

const NAMES: Record<string, string> = {
  class: 'className',
  tabindex: 'tabIndex',
  popover: 'popover',
  checked: 'defaultChecked',
}

const properties = (element: Element) =>
  Object.fromEntries(
    [...element.attributes].map(({ name, value }) => [
      NAMES[name] ?? name,
      name === 'style' ? styles(value) : name === 'hidden' || name === 'checked' ? true : value,
    ]),
  )

const styles = (text: string) =>
  Object.fromEntries(
    text
      .split(';')
      .filter((rule) => rule.trim())
      .map((rule) => {
        const at = rule.indexOf(':')
        return [rule.slice(0, at).trim(), rule.slice(at + 1).trim()]
      }),
  )
