import { IntlMessageFormat } from 'intl-messageformat'
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

/** Makes a slice's `say`, from its sentences in every language; messages are parsed once, at first use. */
export function catalogue<const En extends Sentences>(languages: { en: En; fr: Translation<En> }) {
  const compiled: Record<Locale, Map<string, IntlMessageFormat | string>> = { en: new Map(), fr: new Map() }

  function find(locale: Locale, key: string): IntlMessageFormat | string {
    const known = compiled[locale].get(key)
    if (known !== undefined) return known
    const text = (languages[locale] as Sentences)[key]
    if (text === undefined) throw new Error(`No sentence "${key}" in ${locale}`)
    const message = /[{'<]/.test(text)
      ? new IntlMessageFormat(text, locale, undefined, { formatters: formatters[locale] })
      : text
    compiled[locale].set(key, message)
    return message
  }

  return {
    languages,
    /** The reader's `say`: `const t = words.for(reader); t('submit.title')`. */
    for(reader: Pick<Reader, 'locale'>): Say<En> {
      return (key, ...[values]) => {
        const message = find(reader.locale, key)
        return typeof message === 'string' ? message : String(message.format(values as Record<string, Value>))
      }
    },
  }
}
