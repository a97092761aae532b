import { runCommand, terminalSay } from '../../src/instance/commands/run.ts'
import { createLog } from '../../src/platform/log.ts'
import type { CastMember, World } from './world.ts'

/** What a command came to: its exit code, and what it printed. */
export type Ran = { readonly code: number; readonly out: string; readonly err: string }

/** Runs what was typed after `vestibule`, beside the server of a world, in a terminal of this language. */
export async function ranIn(
  { appUrl }: Pick<World, 'appUrl'>,
  typed: readonly string[],
  language = 'en',
): Promise<Ran> {
  const out: string[] = []
  const err: string[] = []
  const never = (): never => {
    throw new Error('nothing is served here')
  }
  const environment = { DATABASE_URL: appUrl, PUBLIC_URL: 'https://v.example', LANG: language }
  const code = await runCommand(typed, {
    environment,
    say: terminalSay(environment),
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    version: '1.2.3',
    migrations: '',
    asked: never,
    serve: never,
    log: () => createLog('silent', () => {}),
  })
  return { code, out: out.join('\n'), err: err.join('\n') }
}

/** Runs commands that somebody of the cast answers for; gives their exit codes. */
export async function atTheMachine(
  world: World,
  who: CastMember,
): Promise<(typed: readonly string[]) => Promise<number>> {
  const [row] = await world.owner<{ address: string }>('select address from people where id = $1', [
    await world.idOf(who),
  ])
  return async (typed) => (await ranIn(world, [...typed, '--by', row?.address ?? ''])).code
}
