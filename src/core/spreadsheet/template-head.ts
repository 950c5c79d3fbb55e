import type { Template } from './template.ts'

/** What is kept of a template for deciding its rows: the words of its cells and what Amazon's API calls them, and the values of blank cells. */
export type TemplateHead = {
  readonly aliases: { readonly [attribute: string]: { readonly [label: string]: string } }
  readonly defaults: { readonly [field: string]: string }
}

/** The head of a template as it is kept. */
export const templateHead = ({ settings }: Template): TemplateHead => ({
  aliases: Object.fromEntries(
    [...settings.aliases].map(([attribute, words]) => [attribute, Object.fromEntries(words)]),
  ),
  defaults: Object.fromEntries(settings.defaults),
})
