/**
 * A ref for one form that a server sent: carries what was typed into it, and the focus, over to the form that takes its place.
 * Fields are told by their order: nothing is carried over to a form that has others. Until then it is not submitted, which would load the
 * page anew.
 */
export function createKeepTyped(): (form: Element | null) => void {
  let sent: Element | null = null
  return (form) => {
    // React takes the ref back while the form still stands.
    if (!form && sent) carryOver(sent)
    form?.addEventListener('submit', stay)
    sent = form
  }
}

const stay = (event: Event) => event.preventDefault()

function carryOver(sent: Element): void {
  const place = sent.parentElement
  if (!place) return
  const before = fieldsOf(place)
  const typed = before.filter((field) => sent.contains(field) && isTyped(field))
  const focused = before.find((field) => field === document.activeElement && sent.contains(field))
  const selection = focused && selectionOf(focused)
  // The other form stands once this change of the page is through.
  queueMicrotask(() => {
    const after = fieldsOf(place)
    const hasSame = before.every(({ type }, index) => type === after[index]?.type)
    if (!hasSame || after.length > before.length) return
    const twin = (field: Field) => after[before.indexOf(field)]!
    for (const field of typed) fill(twin(field), field)
    if (!focused) return
    twin(focused).focus({ preventScroll: true })
    if (selection) (twin(focused) as HTMLInputElement).setSelectionRange(...selection)
  })
}

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

const fieldsOf = (place: Element): Field[] => [
  ...place.querySelectorAll<Field>('input, select, textarea'),
]

/** Where the caret stands; null in fields that have none. */
function selectionOf(field: Field): [number, number] | null {
  if (field instanceof HTMLSelectElement) return null
  const { selectionStart: start, selectionEnd: end } = field
  return start === null || end === null ? null : [start, end]
}

const isTick = (field: Field): field is HTMLInputElement =>
  field.type === 'checkbox' || field.type === 'radio'

function isTyped(field: Field): boolean {
  if (field instanceof HTMLSelectElement)
    return [...field.options].some((option) => option.selected !== option.defaultSelected)
  return isTick(field) ? field.checked !== field.defaultChecked : field.value !== field.defaultValue
}

/** Does to a field what was done to another, so that its form hears of it. */
function fill(field: Field, done: Field): void {
  if (isTick(field)) {
    if (field.checked !== (done as HTMLInputElement).checked) field.click()
    return
  }
  if (field.value === done.value) return
  // React puts a setter of its own before the platform's, and takes what was set through it for no news.
  Reflect.set(Object.getPrototypeOf(field) as object, 'value', done.value, field)
  const isSelect = field instanceof HTMLSelectElement
  field.dispatchEvent(new Event(isSelect ? 'change' : 'input', { bubbles: true }))
}
