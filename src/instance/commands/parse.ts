import { parseArgs } from 'node:util'
import type { Command, Given, Option, OptionKey, Say } from './command.ts'
import { WrongUsage } from './command.ts'
import { placeholder } from './help.ts'

type Values = Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>

/** Reads what follows a command's name. Throws `WrongUsage`, in the terminal's language. */
export function parse(command: Command, words: readonly string[], say: Say): Given {
  const options = Object.entries<Option>(command.options)
  const { values, positionals } = read(words, options, say)
  for (const [name, option] of options) check(name, option, values[name], say)
  const missing = command.takes[positionals.length]
  if (missing !== undefined) throw new WrongUsage(say('wrong.missing', { option: placeholder(missing, say) }))
  const surplus = positionals[command.takes.length]
  if (surplus !== undefined) throw new WrongUsage(say('wrong.surplus', { argument: surplus }))
  const valueOf = (name: OptionKey) => values[name]
  return {
    arguments: positionals,
    text: (name) => [valueOf(name)].flat().find((value) => typeof value === 'string'),
    list: (name) => [valueOf(name)].flat().filter((value) => typeof value === 'string'),
    has: (name) => valueOf(name) === true,
  }
}

function read(
  words: readonly string[],
  options: readonly (readonly [string, Option])[],
  say: Say,
): { values: Values; positionals: string[] } {
  const known = Object.fromEntries(
    options.map(([name, { value, multiple = false }]) => [
      name,
      { type: value === undefined ? ('boolean' as const) : ('string' as const), multiple },
    ]),
  )
  try {
    return parseArgs({ args: [...words], options: known, allowPositionals: true })
  } catch (error) {
    throw new WrongUsage(sentenceOf(error as Error & { code?: string }, say))
  }
}

function sentenceOf(error: Error & { code?: string }, say: Say): string {
  const option = /'(--?[^'\s]*)/.exec(error.message)?.[1] ?? ''
  if (error.code !== 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') return say('wrong.option', { option })
  return error.message.includes('does not take')
    ? say('wrong.no-value', { option })
    : say('wrong.value', { option })
}

function check(name: string, option: Option, value: Values[string], say: Say): void {
  if (value === undefined && option.required)
    throw new WrongUsage(say('wrong.missing', { option: `--${name}` }))
  if (typeof value !== 'string' || option.choices === undefined || option.choices.includes(value)) return
  throw new WrongUsage(say('wrong.choice', { option: `--${name}`, choices: option.choices.join(', ') }))
}
