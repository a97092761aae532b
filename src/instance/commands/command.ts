import type { Config } from '../../platform/config/index.ts'
import type { Log } from '../../platform/log.ts'
import type { Platform } from '../../platform/platform.ts'
import type { Store } from '../../platform/store.ts'
import type en from '../messages/en.ts'
import type { words } from '../messages/index.ts'

/** Says a sentence in the language of the terminal. */
export type Say = ReturnType<typeof words.for>

type AboutKey = Extract<keyof typeof en, `about.${string}`>
type OptionName<Key> = Key extends `option.${infer Name}` ? Name : never
/** The name of an option, without its dashes. */
export type OptionKey = OptionName<keyof typeof en>

/** An option: a switch, or something with a value, whose placeholder the help shows. */
export type Option = {
  readonly value?: string
  readonly required?: true
  readonly multiple?: true
  readonly choices?: readonly string[]
}

/** What was typed after the name of a command, checked against what it takes. */
export type Given = {
  readonly arguments: readonly string[]
  readonly text: (option: OptionKey) => string | undefined
  readonly list: (option: OptionKey) => readonly string[]
  readonly has: (option: OptionKey) => boolean
}

/** A server that runs. */
export type Running = {
  readonly platform: Platform
  readonly twoRoles: boolean
  readonly stop: () => Promise<void>
}

/** What the commands stand on; `main` gives it. */
export type Terminal = {
  readonly environment: NodeJS.ProcessEnv
  readonly say: Say
  /** Writes a line. */
  readonly out: (line: string) => void
  readonly err: (line: string) => void
  readonly version: string
  readonly migrations: string
  /** Settles when somebody asks the process to end. */
  readonly asked: () => Promise<void>
  readonly serve: (
    config: Config,
    prepare: (platform: Platform, store: Store) => Promise<void>,
  ) => Promise<Running>
  /** A log for a config; the lines go to the standard output. */
  readonly log: (config: Config) => Log
}

/** One command. Gives the exit code: 0 done, 1 refused or failed. */
export type Command = {
  /** `account add` */
  readonly name: string
  /** Placeholders of what must follow. */
  readonly takes: readonly string[]
  readonly options: { readonly [Name in OptionKey]?: Option }
  readonly about: AboutKey
  readonly run: (terminal: Terminal, given: Given) => Promise<number>
}

/** A command that was typed wrong; the sentence says how. */
export class WrongUsage extends Error {}
