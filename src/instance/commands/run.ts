import { readConfig, WrongConfiguration } from '../../platform/config/index.ts'
import { words } from '../messages/index.ts'
import { commands } from './all-commands.ts'
import { type Command, type Say, type Terminal, WrongUsage } from './command.ts'
import { help, helpOf } from './help.ts'
import { terminalLocale } from './language.ts'
import { parse } from './parse.ts'
import { start } from './server.ts'

/** What the command line says, in the language of the terminal. */
export function terminalSay(environment: NodeJS.ProcessEnv): Say {
  return words.for({ locale: terminalLocale(environment) })
}

/** Runs what was typed after `vestibule`. Gives the exit code: 0 done, 1 refused or failed, 2 typed wrong. */
export async function runCommand(typed: readonly string[], terminal: Terminal): Promise<number> {
  const { say, err } = terminal
  const command = commandIn(typed)
  try {
    if (command) return await runOne(command, typed.slice(command.name.split(' ').length), terminal)
    if (typed.length === 0) return await start(terminal, readConfig(terminal.environment))
    return answerGeneral(typed, terminal)
  } catch (error) {
    if (error instanceof WrongUsage) {
      err(`${error.message} ${say('wrong.hint', { command: command?.name ?? '' })}`)
      return 2
    }
    const code = unreachable(error)
    if (code === undefined && !(error instanceof WrongConfiguration)) throw error
    err(code === undefined ? (error as Error).message : say('refused.unreachable', { code }))
    return 1
  }
}

// What the system, or PostgreSQL, says when there is no way in: no such host or database, a wrong password.
const noWayIn = /^(ECONN|ENOTFOUND|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|EAI_|28[0P]|3D000|57P03)/

function unreachable(error: unknown): string | undefined {
  const { code } = (error ?? {}) as { code?: unknown }
  return typeof code === 'string' && noWayIn.test(code) ? code : undefined
}

function answerGeneral(typed: readonly string[], { say, out, err, version }: Terminal): number {
  const [first = ''] = typed
  const isHelp = ['--help', '-h', 'help'].includes(first)
  if (isHelp) out(help(commands, say))
  else if (first === '--version' || first === '-v') out(version)
  else err(say('wrong.command', { command: typed.join(' ') }))
  return isHelp || first === '--version' || first === '-v' ? 0 : 2
}

function commandIn(typed: readonly string[]): Command | undefined {
  return commands.find(({ name }) => name === typed.slice(0, name.split(' ').length).join(' '))
}

async function runOne(command: Command, rest: readonly string[], terminal: Terminal): Promise<number> {
  if (rest.includes('--help') || rest.includes('-h')) {
    terminal.out(helpOf(command, terminal.say))
    return 0
  }
  return command.run(terminal, parse(command, rest, terminal.say))
}
