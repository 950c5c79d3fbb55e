import type { XmlElement } from './read-xml.ts'

/** Why the children of an element are not those that its schema wants, in its order: `A|B C? D*`; else nothing. */
export function refuseChildren(element: XmlElement, schema: string): string | undefined {
  const names = element.children.map((child) => child.name)
  let at = 0
  for (const part of schema.split(' ')) {
    const choice = part.replace(/[?*+]$/, '').split('|')
    const many = /[*+]$/.test(part)
    const needed = !/[?*]$/.test(part)
    const start = at
    while (at < names.length && choice.includes(names[at] ?? '') && (many || at === start)) at++
    if (needed && at === start) return invalid(names[at], element.name, choice)
  }
  return at === names.length ? undefined : invalid(names[at], element.name, [])
}

function invalid(found: string | undefined, inside: string, expected: readonly string[]): string {
  const wanted =
    expected.length === 0
      ? 'No child element is expected at this point'
      : `One of '{${expected.join(', ')}}' is expected`
  return found === undefined
    ? `cvc-complex-type.2.4.b: The content of element '${inside}' is not complete. ${wanted}.`
    : `cvc-complex-type.2.4.a: Invalid content was found starting with element '${found}'. ${wanted}.`
}

/** The child elements of this name. */
export const childrenOf = (element: XmlElement | undefined, name: string): readonly XmlElement[] =>
  element?.children.filter((child) => child.name === name) ?? []

/** The first child of this name. */
export const childOf = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  childrenOf(element, name)[0]

/** The text of the first child of this name; undefined when there is none or it is empty. */
export function textOf(element: XmlElement | undefined, name: string): string | undefined {
  const text = childOf(element, name)?.text.trim()
  return text === '' ? undefined : text
}

const MARKS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text as it stands inside of an element. */
export const escapeXml = (text: string): string => text.replace(/[&<>"]/g, (mark) => MARKS[mark] ?? mark)
