import { Hono } from 'hono'
import { z } from 'zod'
import { readIdentifier } from '../../accounts/domain/identifier.ts'
import { isId } from '../../kernel/id.ts'
import { refuse } from '../../kernel/outcome.ts'
import { accountMessagesPath, contactPath, messagePath } from '../../paths/conversation.ts'
import { frameOf, signedIn, takeHeld, type Viewer } from '../../people/index.ts'
import {
  command,
  type Ctx,
  type Env,
  html,
  MalformedForm,
  page,
  seeOther,
  textOf,
} from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { administeredAccount } from '../administered-account.ts'
import type { Refusal } from '../domain/refusals.ts'
import { words } from '../messages/index.ts'
import { answerTo } from '../refusal-answers.ts'
import { ContactPage, type ContactPageProps } from './contact.page.tsx'
import { findContactable, findMessage, messagesTo } from './contact.store.ts'
import { type AnswerRefusal, answerMessage, contact } from './contact.ts'
import { MessagePage, type MessagePageProps } from './message.page.tsx'
import { MessagesPage } from './messages.page.tsx'

const rowsAPage = 50
type Shown = Pick<ContactPageProps, 'typed' | 'error' | 'problem'> & {
  readonly requestId: string | null
  readonly status?: 200 | 403 | 409 | 422 | 429
}
type ShownMessage = Pick<MessagePageProps, 'typed' | 'error' | 'problem' | 'flash'> & {
  readonly status?: 200 | 409 | 422
}

/** Writing to administrators whose addresses are not shown, reading what was written, and answering. */
export function contactRoutes(platform: Platform): Hono<Env> {
  const who = signedIn(platform)
  const { db } = platform
  return new Hono<Env>()
    .get(
      contactPath.pattern,
      page({
        who,
        async show(c, viewer) {
          const held = (await takeHeld(db, viewer.personId, new URL(c.req.url).pathname)) ?? {}
          const requestId = c.req.query('request') ?? textOf(held, 'request')
          return show(c, platform, viewer, { requestId, typed: textOf(held, 'message') })
        },
      }),
    )
    .post(contactPath.pattern, send(platform))
    .get(
      messagePath.pattern,
      page({
        who,
        async show(c, viewer) {
          const held = await takeHeld(db, viewer.personId, new URL(c.req.url).pathname)
          return showMessage(c, platform, viewer, {
            typed: textOf(held ?? {}, 'answer'),
            flash: noticeIn(c, viewer),
          })
        },
      }),
    )
    .post(messagePath.pattern, answer(platform))
    .get(accountMessagesPath.pattern, page({ who, show: (c, viewer) => list(c, platform, viewer) }))
}

function send(platform: Platform): (c: Ctx) => Promise<Response> {
  return command(platform, {
    who: signedIn(platform),
    form: z.strictObject({ request: z.string().max(36).optional(), message: z.string() }),
    run: async (tx, viewer, { request, message: text }, c) => {
      const identifier = identifierIn(c)
      return identifier === undefined
        ? refuse<Refusal>({ code: 'not-found' })
        : contact(tx, viewer, { identifier, requestId: idOrNull(request), text })
    },
    invalid: () => {
      throw new MalformedForm('message')
    },
    refused: (c, viewer, { refusal, typed }) => {
      const { status, text } = answerTo(refusal, viewer.reader)
      if (status === 404) return c.notFound()
      const told = refusal.code === 'text-unfit' ? { error: text } : { problem: text }
      const requestId = textOf(typed, 'request')
      return show(c, platform, viewer, { ...told, status, requestId, typed: textOf(typed, 'message') })
    },
    done: (c, _, id) => seeOther(c, messagePath.to(id, 'sent')),
  })
}

function answer(platform: Platform): (c: Ctx) => Promise<Response> {
  const id = (c: Ctx) => c.req.param('id') ?? ''
  return command(platform, {
    who: signedIn(platform),
    form: z.strictObject({ answer: z.string() }),
    run: async (tx, viewer, { answer: text }, c) =>
      isId(id(c))
        ? answerMessage(tx, viewer, { id: id(c), text })
        : refuse<AnswerRefusal>({ code: 'not-found' }),
    invalid: () => {
      throw new MalformedForm('answer')
    },
    refused: (c, viewer, { refusal, typed }) => {
      if (refusal.code === 'answered-already') {
        const problem = words.for(viewer.reader)('message.answered-already')
        return showMessage(c, platform, viewer, { problem, status: 409 })
      }
      const { status, text: error } = answerTo(refusal, viewer.reader)
      if (status !== 422) return c.notFound()
      return showMessage(c, platform, viewer, { error, status, typed: textOf(typed, 'answer') })
    },
    done: (c, _, answered) => seeOther(c, messagePath.to(answered, 'answered')),
  })
}

function identifierIn(c: Ctx): string | undefined {
  const read = readIdentifier(c.req.param('identifier') ?? '')
  return read.ok ? read.value : undefined
}

const idOrNull = (text: string | null | undefined) => (text && isId(text) ? text : null)

async function show(
  c: Ctx,
  platform: Platform,
  viewer: Viewer,
  { requestId, status = 200, ...shown }: Shown,
): Promise<Response> {
  const identifier = identifierIn(c)
  const account =
    identifier !== undefined &&
    (await findContactable(platform.db, viewer, { identifier, requestId: idOrNull(requestId) }))
  if (!account) return c.notFound()
  return html(c, <ContactPage frame={frameOf(c, platform, viewer)} account={account} {...shown} />, status)
}

async function showMessage(
  c: Ctx,
  platform: Platform,
  viewer: Viewer,
  { status = 200, ...shown }: ShownMessage,
): Promise<Response> {
  const id = c.req.param('id') ?? ''
  const message = isId(id) ? await findMessage(platform.db, viewer, id) : undefined
  if (!message) return c.notFound()
  return html(c, <MessagePage frame={frameOf(c, platform, viewer)} message={message} {...shown} />, status)
}

function noticeIn(c: Ctx, viewer: Viewer): MessagePageProps['flash'] {
  const notice = c.req.query('notice')
  if (notice !== 'sent' && notice !== 'answered') return undefined
  return { kind: 'success', text: words.for(viewer.reader)(`message.${notice}`) }
}

async function list(c: Ctx, platform: Platform, viewer: Viewer): Promise<Response> {
  const seen = await administeredAccount(
    platform.db,
    viewer,
    c.req.param('identifier') ?? '',
    'decide-requests',
  )
  if (!seen) return c.notFound()
  const { account } = seen
  const bound = { person: viewer.personId, filter: `messages:${account.id}`, now: viewer.now }
  const [after] = platform.cursors.open(c.req.query('after') ?? '', bound) ?? []
  const rows = await messagesTo(platform.db, viewer, {
    account: account.id,
    after: idOrNull(after),
    most: rowsAPage + 1,
  })
  const last = rows.length > rowsAPage ? rows[rowsAPage - 1] : undefined
  return html(
    c,
    <MessagesPage
      frame={frameOf(c, platform, viewer)}
      seen={seen}
      messages={rows.slice(0, rowsAPage)}
      after={last && platform.cursors.seal([last.id], bound)}
    />,
  )
}
