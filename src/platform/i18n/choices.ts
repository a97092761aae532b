import type { IntlMessageFormat } from 'intl-messageformat'
import type { Locale } from './reader.ts'

/** One element of a parsed message. */
type Element = ReturnType<IntlMessageFormat['getAst']>[number]
type Values = Readonly<Record<string, unknown>>
/** Says a part; `count` is the number that `#` stands for. */
type Part = (values: Values, count: number) => string

// What the library calls the elements that are put together here.
const kinds = { literal: 0, argument: 1, select: 5, plural: 6, pound: 7 } as const

const rules = { en: new Intl.PluralRules('en'), fr: new Intl.PluralRules('fr') }
const numbers = { en: new Intl.NumberFormat('en'), fr: new Intl.NumberFormat('fr') }

function isSmall(count: number): boolean {
  return Number.isInteger(count) && count > 0 && count < 1_000
}

function valueOf(values: Values, name: string): unknown {
  const value = values[name]
  if (value === undefined) throw new Error(`No value for "${name}"`)
  return value
}

/**
 * A message that chooses by numbers and words, ready to be said; undefined when there is more in it, which is for the
 * library. That makes a list of parts for each saying, and a page of a list says a hundred such messages.
 */
export function saidByChoice(elements: readonly Element[], locale: Locale): Part | undefined {
  const parts = elements.map((element) => partOf(element, locale))
  if (!parts.every((part) => part !== undefined)) return undefined
  return (values, count) => {
    let said = ''
    for (const part of parts) said += part(values, count)
    return said
  }
}

function partOf(element: Element, locale: Locale): Part | undefined {
  const kind: number = element.type
  if (kind === kinds.pound)
    return (_, count) => (isSmall(count) ? String(count) : numbers[locale].format(count))
  const { value } = element as { value: string }
  if (kind === kinds.literal) return () => value
  if (kind === kinds.argument) return (values) => String(valueOf(values, value))
  return 'options' in element ? choiceOf(element, locale) : undefined
}

type Choosing = Extract<Element, { options: unknown }>

function choiceOf(element: Choosing, locale: Locale): Part | undefined {
  const options = new Map<string, Part>()
  for (const [name, option] of Object.entries(element.options)) {
    const part = saidByChoice(option.value, locale)
    if (!part) return undefined
    options.set(name, part)
  }
  const other = options.get('other')
  if (!other) return undefined
  if (!('pluralType' in element)) {
    return (values, count) => (options.get(String(valueOf(values, element.value))) ?? other)(values, count)
  }
  if (element.pluralType === 'ordinal' || element.offset !== 0) return undefined
  return (values) => {
    const count = Number(valueOf(values, element.value))
    return (options.get(`=${count}`) ?? options.get(rules[locale].select(count)) ?? other)(values, count)
  }
}
