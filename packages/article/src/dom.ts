import { parseHTML } from 'linkedom'

/** The part of the DOM that this package uses; linkedom's own types need a browser's. */
export type PageNode = {
  readonly nodeType: number
  readonly childNodes: Iterable<PageNode> & { readonly length: number }
  readonly parentElement: PageElement | null
  textContent: string | null
  remove(): void
}
export type PageElement = PageNode & {
  readonly localName: string
  readonly children: Iterable<PageElement> & { readonly length: number }
  readonly nextElementSibling: PageElement | null
  readonly previousElementSibling: PageElement | null
  innerHTML: string
  readonly outerHTML: string
  getAttribute(name: string): string | null
  hasAttribute(name: string): boolean
  querySelector(selector: string): PageElement | null
  querySelectorAll(selector: string): Iterable<PageElement> & { readonly length: number }
  closest(selector: string): PageElement | null
  matches(selector: string): boolean
  contains(node: PageNode): boolean
  replaceWith(...nodes: (PageNode | string)[]): void
}
export type Page = Pick<PageElement, 'querySelector' | 'querySelectorAll'> & {
  readonly documentElement: PageElement | null
  readonly body: PageElement | null
  readonly title: string
  createElement(name: string): PageElement
  cloneNode(deep: boolean): Page
}

export const ELEMENT = 1
export const TEXT = 3

export function parsePage(html: string): Page {
  const whole = /<html[\s>]/i.test(html.slice(0, 5000)) ? html : `<!doctype html><html><head></head><body>${html}</body></html>`
  return parseHTML(whole).document as unknown as Page
}

/** The element's text with white space collapsed. */
export function textOf(node: PageNode | null | undefined): string {
  return (node?.textContent ?? '').replaceAll(/\s+/g, ' ').trim()
}

/** `class` and `id` of an element, lower case, for the tables of names. */
export function namesOn(element: PageElement): string {
  return `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`.toLowerCase()
}
