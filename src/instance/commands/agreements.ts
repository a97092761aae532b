import { readFileSync } from 'node:fs'
import type { z } from 'zod'
import type { AgreementId } from '../../agreements/domain/agreement.ts'
import {
  agreementWords,
  allVersions,
  type ListedVersion,
  publish,
  retireAgreement,
} from '../../agreements/index.ts'
import { isId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Tx } from '../../platform/db/index.ts'
import { versionForm } from '../agreements/agreements.form.ts'
import { acting, type AtHand, listing } from './as-operator.ts'
import type { Command, Given } from './command.ts'
import { readerAt } from './in-account.ts'

const dayMs = 86_400_000
const text = { value: 'FILE', required: true } as const
const title = { value: 'TITLE', required: true } as const

function fileIn(given: Given, option: 'text-en' | 'text-fr'): string | undefined {
  try {
    return readFileSync(given.text(option) ?? '', 'utf8')
  } catch {
    return undefined
  }
}

async function newestOf(tx: Tx, id: string): Promise<ListedVersion | undefined> {
  return (await allVersions(tx)).find(({ agreementId }) => agreementId === id)
}

type Read = Outcome<z.output<typeof versionForm>, string>

/** What is to be published after a version, as the form of the page reads it. */
function wantedIn({ terminal, given }: AtHand, after: number): Read {
  const { say } = terminal
  const [textEn, textFr] = [fileIn(given, 'text-en'), fileIn(given, 'text-fr')]
  if (textEn === undefined || textFr === undefined) return refuse(say('refused.no-text'))
  const [titleEn, titleFr] = [given.text('title-en'), given.text('title-fr')]
  const requiredFrom = given.text('from')
  const read = versionForm.safeParse({ after, titleEn, titleFr, textEn, textFr, requiredFrom })
  if (read.success && read.data.requiredFrom.getTime() > Date.now() - dayMs) return done(read.data)
  const key = (read.error?.issues[0]?.message ?? 'agreements.error.day') as 'agreements.error.text'
  const why = agreementWords.for(readerAt(terminal))(key)
  return refuse(say('refused.nothing-done', { why }))
}

async function publishIt(
  tx: Tx,
  hand: AtHand,
  by: Parameters<typeof publish>[1],
): Promise<Outcome<string, string>> {
  const { say } = hand.terminal
  const of = hand.given.text('of')
  const newest = of === undefined ? undefined : await newestOf(tx, of)
  if (of !== undefined && !newest) return refuse(say('refused.no-agreement', { value: of }))
  const wanted = wantedIn(hand, newest?.version ?? 0)
  if (!wanted.ok) return wanted
  const { after, titleEn, titleFr, textEn, textFr, requiredFrom } = wanted.value
  const published = await publish(tx, by, {
    agreementId: newest?.agreementId ?? null,
    after,
    title: { en: titleEn, fr: titleFr },
    text: { en: textEn, fr: textFr },
    requiredFrom,
  })
  if (!published.ok) return refuse(say('refused.agreement-over'))
  const { agreementId: id, version } = published.value
  return done(say('done.agreement', { id, version }))
}

/** The commands about the agreements that accounts accept. */
export const agreementCommands: readonly Command[] = [
  listing({ name: 'agreement list', about: 'about.agreement-list' }, async (db, { terminal }) => {
    const { locale } = readerAt(terminal)
    const versions = await allVersions(db)
    return done({
      lines: versions.map(({ agreementId, version, title: titles, requiredFrom, retiredAt }) =>
        terminal.say('done.agreement-line', {
          id: agreementId,
          version,
          title: titles[locale],
          day: requiredFrom.toISOString().slice(0, 10),
          retired: retiredAt === null ? 'no' : 'yes',
        }),
      ),
      json: versions,
    })
  }),
  acting(
    {
      name: 'agreement publish',
      about: 'about.agreement-publish',
      options: {
        of: { value: 'ID' },
        'title-en': title,
        'title-fr': title,
        'text-en': text,
        'text-fr': text,
        from: { value: 'DAY', required: true },
      },
    },
    publishIt,
  ),
  acting(
    { name: 'agreement retire', about: 'about.agreement-retire', takes: ['ID'] },
    async (tx, { terminal: { say }, given }, by) => {
      const [value = ''] = given.arguments
      if (!isId(value)) return refuse(say('refused.no-agreement', { value }))
      const retired = await retireAgreement(tx, by, value as AgreementId)
      if (retired.ok) return done(say('done.agreement-retired'))
      const isGone = retired.refusal.code === 'not-found'
      return refuse(isGone ? say('refused.no-agreement', { value }) : say('refused.agreement-over'))
    },
  ),
]
