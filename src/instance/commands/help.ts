import en from '../messages/en.ts'
import type { Command, Option, OptionKey, Say } from './command.ts'

type PlaceholderKey = Extract<keyof typeof en, `placeholder.${string}`>

function table(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([name]) => name.length))
  return rows.map(([name, about]) => `  ${name.padEnd(width)}  ${about}`).join('\n')
}

/** A placeholder, in the language of the terminal. */
export function placeholder(word: string, say: Say): string {
  const key = `placeholder.${word}`
  return key in en ? say(key as PlaceholderKey) : word
}

function usageOf({ name, takes, options }: Command, say: Say): string {
  const required = Object.entries<Option>(options).filter(([, option]) => option.required)
  const optional = required.length < Object.keys(options).length ? [`[${placeholder('OPTIONS', say)}]`] : []
  return [
    'vestibule',
    name,
    ...takes.map((word) => placeholder(word, say)),
    ...required.map(([key, { value = '' }]) => `--${key} ${placeholder(value, say)}`),
    ...optional,
  ].join(' ')
}

/** How one command is used. */
export function helpOf(command: Command, say: Say): string {
  const options = Object.entries<Option>(command.options).map(
    ([name, { value }]) =>
      [
        `--${name}${value === undefined ? '' : ` ${placeholder(value, say)}`}`,
        say(`option.${name as OptionKey}`),
      ] as const,
  )
  return [
    say(command.about),
    '',
    `${say('help.usage')} ${usageOf(command, say)}`,
    '',
    say('help.options'),
    table([...options, ['--help', say('option.help')]]),
  ].join('\n')
}

/** All commands. */
export function help(commands: readonly Command[], say: Say): string {
  return [
    say('help.intro'),
    '',
    `${say('help.usage')} vestibule [${placeholder('COMMAND', say)}] [--help] [--version]`,
    '',
    say('help.commands'),
    table(commands.map(({ name, about }) => [name, say(about)] as const)),
    '',
    say('help.start'),
    say('help.more'),
    say('help.environment'),
  ].join('\n')
}
