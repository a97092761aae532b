import type { CaseId, RequestId } from '../../kernel/id.ts'
import { newId } from '../../kernel/id.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import { hoursAfter } from '../../kernel/time.ts'
import type { Viewer } from '../../people/index.ts'
import { assign, caseOf, open, resolve, write } from '../../support-cases/index.ts'
import type { PersonKey } from './cast.ts'
import type { Step, World } from './story.ts'

/** Something that happens in a case, so many hours before the demo begins. */
type Turn = { readonly hoursAgo: number; readonly by: PersonKey } & (
  | { readonly does: 'takes' | 'solves' }
  | { readonly does: 'says' | 'notes'; readonly text: string }
)

// Umbrella has lost its only administrator; Noah's request waits for support.
const umbrella: readonly Turn[] = [
  { hoursAgo: 68, by: 'sam', does: 'takes' },
  {
    hoursAgo: 67,
    by: 'sam',
    does: 'says',
    text: 'I have your request. Uma Iyer was the only administrator and has left. Who at Umbrella can speak for the company, and is there a document that says so?',
  },
  {
    hoursAgo: 66.5,
    by: 'sam',
    does: 'notes',
    text: 'Uma’s account was switched off on the wish of Umbrella’s IT. Nobody else holds a role there. If proof comes, this can become a claim by Noah.',
  },
  {
    hoursAgo: 20,
    by: 'noah',
    does: 'says',
    text: 'Thank you. Our managing director is Grace Liu. I can send an extract of the register of companies tomorrow.',
  },
]

// Lena does not see what she expects; Hugo’s question was answered.
const lena: readonly Turn[] = [
  {
    hoursAgo: 26,
    by: 'lena',
    does: 'says',
    text: 'My reminder for Globex Partners says that it was sent, but my colleague there never got a mail. Can you see what became of it?',
  },
]
const hugo: readonly Turn[] = [
  {
    hoursAgo: 90,
    by: 'hugo',
    does: 'says',
    text: 'Since yesterday every page is in French for me, and I do not find where to change it back.',
  },
  { hoursAgo: 88, by: 'sam', does: 'takes' },
  {
    hoursAgo: 87,
    by: 'sam',
    does: 'says',
    text: 'The language stands in the header, beside your initials. It was changed from your profile, and stays as you choose it there.',
  },
  { hoursAgo: 70, by: 'hugo', does: 'solves' },
]

/** What happened in the cases of the demo, in their own words and by the rules of the desk. */
export function caseLife(world: World): Step[] {
  const umbrellaCase = async () => {
    const id = world.latest.get('noah umbrella.example') as RequestId
    return (await caseOf(world.tx, { accountId: world.account('umbrella.example').id, id })) as CaseId
  }
  return [
    ...umbrella.map((turn) => stepOf(world, turn, umbrellaCase)),
    ...opened(world, lena),
    ...opened(world, hugo),
  ]
}

/** A case that begins with its first turn. */
function opened(world: World, [first, ...turns]: readonly Turn[]): Step[] {
  if (first?.does !== 'says') return []
  const at = momentOf(world, first)
  let id: CaseId | undefined
  const begin = async () => {
    const { text } = first
    const trouble = { text, requestId: null, page: '/', errorReference: '', key: newId() }
    id = mustDo(await open(world.tx, somebody(world, first.by, at), trouble))
  }
  return [{ at, happen: begin }, ...turns.map((turn) => stepOf(world, turn, async () => id as CaseId))]
}

function stepOf(world: World, turn: Turn, which: () => Promise<CaseId>): Step {
  const at = momentOf(world, turn)
  return {
    at,
    async happen() {
      mustDo(await act(world, turn, { who: somebody(world, turn.by, at), id: await which() }))
    },
  }
}

async function act(
  { tx }: World,
  turn: Turn,
  { who, id }: { readonly who: Viewer; readonly id: CaseId },
): Promise<Outcome<unknown, unknown>> {
  if (!('text' in turn)) {
    return turn.does === 'takes' ? assign(tx, who, id, { to: 'me', seen: null }) : resolve(tx, who, id)
  }
  const room = turn.does === 'notes' ? 'INTERNAL' : 'REQUESTER'
  return write(tx, who, id, { room, text: turn.text, resolves: false, seen: null })
}

function momentOf({ now }: World, { hoursAgo }: Turn): Date {
  return hoursAfter(now, -hoursAgo)
}

/** Somebody as the desk's rules see them. */
function somebody({ person }: World, key: PersonKey, now: Date): Viewer {
  const isSupport = key === 'sam'
  return { personId: person(key), isSupport, isOperator: false, now } as Viewer
}

function mustDo<Value>(outcome: Outcome<Value, unknown>): Value {
  if (!outcome.ok) throw new Error(`The demo was refused something: ${JSON.stringify(outcome.refusal)}`)
  return outcome.value
}
