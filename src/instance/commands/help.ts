import type { Command, Option, OptionKey, Say } from './command.ts'

function table(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([name]) => name.length))
  return rows.map(([name, about]) => `  ${name.padEnd(width)}  ${about}`).join('\n')
}

function usageOf({ name, takes, options }: Command): string {
  const required = Object.entries<Option>(options).filter(([, option]) => option.required)
  const optional = required.length < Object.keys(options).length ? ['[--…]'] : []
  return [
    'vestibule',
    name,
    ...takes,
    ...required.map(([key, { value }]) => `--${key} ${value}`),
    ...optional,
  ].join(' ')
}

/** How one command is used. */
export function helpOf(command: Command, say: Say): string {
  const options = Object.entries<Option>(command.options).map(
    ([name, { value }]) =>
      [`--${name}${value === undefined ? '' : ` ${value}`}`, say(`option.${name as OptionKey}`)] as const,
  )
  return [
    say(command.about),
    '',
    `${say('help.usage')} ${usageOf(command)}`,
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
    `${say('help.usage')} vestibule [COMMAND] [--help] [--version]`,
    '',
    say('help.commands'),
    table(commands.map(({ name, about }) => [name, say(about)] as const)),
    '',
    say('help.start'),
    say('help.more'),
    say('help.environment'),
  ].join('\n')
}
