import { IntlMessageFormat } from 'intl-messageformat'
import { saidByChoice } from './choices.ts'
import { type Elision, elide, withElisions } from './elision.ts'
import type { Locale, Reader } from './reader.ts'

/** What a message may carry: text, a number, an instant, or (through `rich`) a piece of page. */
export type Value = string | number | Date

type Ident<Text extends string> = Text extends `${string}${' ' | '#' | '{' | "'" | '\n' | '<'}${string}`
  ? never
  : Text
type ArgumentAt<Head extends string> = Head extends `${infer Name}, ${Formats}${string}`
  ? Ident<Name>
  : Ident<Head>
type Formats = 'plural' | 'selectordinal' | 'select' | 'number' | 'date' | 'time'

/** The names of the arguments of an ICU message, read off its text. */
export type ArgumentsOf<Text extends string> = Text extends `${string}{${infer Tail}`
  ? (Tail extends `${infer Head}}${string}` ? ArgumentAt<Head> : never) | ArgumentsOf<Tail>
  : never

/** A slice's sentences in one language: key to ICU message. */
export type Sentences = Readonly<Record<string, string>>
/** The same keys in another language; a missing or an extra key does not compile. */
export type Translation<En extends Sentences> = { readonly [Key in keyof En]: string }

// The library finds its number and plural rules by the JSON of what is asked, which costs more than to use them.
function rules(locale: Locale): NonNullable<Options['formatters']> {
  const cardinal = new Intl.PluralRules(locale)
  const ordinal = new Intl.PluralRules(locale, { type: 'ordinal' })
  const plain = new Intl.NumberFormat(locale)
  const isPlain = (options: object | undefined) => options === undefined || Object.keys(options).length === 0
  return {
    getPluralRules: (_, options) => (options?.type === 'ordinal' ? ordinal : cardinal),
    getNumberFormat: (_, options) =>
      isPlain(options) ? plain : new Intl.NumberFormat(locale, options as Intl.NumberFormatOptions),
    getDateTimeFormat: (_, options) => new Intl.DateTimeFormat(locale, options),
  }
}

type Options = NonNullable<ConstructorParameters<typeof IntlMessageFormat>[3]>
const formatters = { en: rules('en'), fr: rules('fr') }

type Parameters<Text extends string> = [ArgumentsOf<Text>] extends [never]
  ? []
  : [values: { readonly [Name in ArgumentsOf<Text>]: Value }]

/** Says a sentence in the reader's language. A missing value throws: a page never shows a hole. */
export type Say<En extends Sentences> = <Key extends keyof En & string>(
  key: Key,
  ...values: Parameters<En[Key]>
) => string

type Values = Readonly<Record<string, Value>>
type Format = (values: Values) => string
type Compiled = { readonly format: Format; readonly elisions: readonly Elision[] }

// Nothing but text and arguments: most messages, and a page of a list says hundreds of them.
const plainMessage = /^(?:[^{}'<]|\{\w+\})*$/

function formatOf(text: string, locale: Locale): Format {
  if (plainMessage.test(text)) return plainFormat(text)
  const message = new IntlMessageFormat(text, locale, undefined, { formatters: formatters[locale] })
  const said = saidByChoice(message.getAst(), locale)
  return said ? (values) => said(values, Number.NaN) : (values) => String(message.format(values))
}

function plainFormat(text: string): Format {
  const [start = '', ...rest] = text.split('{')
  const parts = rest.map((part) => part.split('}') as [argument: string, after: string])
  return (values) => {
    let said = start
    for (const [argument, after] of parts) {
      const value = values[argument]
      if (value === undefined) throw new Error(`No value for "${argument}" in "${text}"`)
      said += value + after
    }
    return said
  }
}

function compile(text: string, locale: Locale): Compiled | string {
  if (!/[{'<]/.test(text)) return text
  const prepared = locale === 'fr' ? withElisions(text) : { text, elisions: [] }
  return { format: formatOf(prepared.text, locale), elisions: prepared.elisions }
}

function sayWith({ format, elisions }: Compiled, values: Values = {}): string {
  if (elisions.length === 0) return format(values)
  const elided = elisions
    .filter(({ of }) => values[of] !== undefined)
    .map(({ argument, word, of }) => [argument, elide(word, String(values[of]))])
  return format({ ...values, ...Object.fromEntries(elided) })
}

/** Makes a slice's `say`, from its sentences in every language; messages are parsed once, at first use. */
export function catalogue<const En extends Sentences>(languages: { en: En; fr: Translation<En> }) {
  const compiled: Record<Locale, Map<string, Compiled | string>> = { en: new Map(), fr: new Map() }

  function find(locale: Locale, key: string): Compiled | string {
    const known = compiled[locale].get(key)
    if (known !== undefined) return known
    const text = (languages[locale] as Sentences)[key]
    if (text === undefined) throw new Error(`No sentence "${key}" in ${locale}`)
    const message = compile(text, locale)
    compiled[locale].set(key, message)
    return message
  }

  const sayIn =
    (locale: Locale): Say<En> =>
    (key, ...[values]) => {
      const message = find(locale, key)
      return typeof message === 'string' ? message : sayWith(message, values)
    }
  const say = { en: sayIn('en'), fr: sayIn('fr') }

  return {
    languages,
    /** The reader's `say`: `const t = words.for(reader); t('submit.title')`. */
    for(reader: Pick<Reader, 'locale'>): Say<En> {
      return say[reader.locale]
    },
  }
}
