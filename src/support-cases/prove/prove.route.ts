import { casePath } from '../../paths/support-cases.ts'
import { signedIn, type Viewer } from '../../people/index.ts'
import { transact } from '../../platform/db/index.ts'
import { type Ctx, isGuess, page, readUpload, seeOther } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { isId } from '../../kernel/id.ts'
import { caseIdIn, caseIn, showNotDone } from '../case/case.route.tsx'
import { mostProofBytes } from '../domain/proof.ts'
import { recordLook } from '../look/look.store.ts'
import { words } from '../messages/index.ts'
import { answerTo } from '../refusal-answers.ts'
import { type ProveRefusal, prove } from './prove.ts'
import { readFile } from './prove.store.ts'

const path = /^\/cases\/[0-9a-f-]{36}\/proof$/
// The file, and what a form puts around it.
const mostUploadBytes = mostProofBytes + 16 * 1024

/** How many bytes a request may carry, when it sends a file to where files are taken; undefined elsewhere. */
export function roomForFiles(c: Ctx): number | undefined {
  const { pathname } = new URL(c.req.url)
  const isForm = /^multipart\/form-data;/i.test(c.req.header('Content-Type') ?? '')
  return isForm && path.test(pathname) ? mostUploadBytes : undefined
}

/** Adds a file as proof. */
export function addProof(platform: Platform): (c: Ctx) => Promise<Response> {
  return page({
    who: signedIn(platform),
    async show(c, viewer) {
      const id = caseIdIn(c)
      if (!id) return c.notFound()
      const file = await readUpload(c, 'proof')
      const given = file ?? { name: '', content: new Uint8Array() }
      const kept = await transact(platform.db, (tx) => prove(tx, viewer, id, given))
      if (!kept.ok) return refused(c, platform, viewer, kept.refusal)
      platform.wake()
      return seeOther(c, casePath.to(id, 'proof'))
    },
  })
}

function refused(c: Ctx, platform: Platform, viewer: Viewer, refusal: ProveRefusal): Promise<Response> {
  if (refusal.code !== 'proof-unfit') {
    const { status, text } = answerTo(refusal, viewer.reader)
    return showNotDone(c, platform, viewer, { status, refused: text })
  }
  const error = words.for(viewer.reader)(`proof.${refusal.problem}`)
  return showNotDone(c, platform, viewer, { status: 422, mistake: { field: 'proof', typed: '', error } })
}

/** Gives a file back as it came, to be saved: no browser runs or shows it. */
export function giveProof(platform: Platform): (c: Ctx) => Promise<Response> {
  return page({
    who: signedIn(platform),
    async show(c, viewer) {
      const one = await caseIn(c, platform, viewer)
      const fileId = c.req.param('file') ?? ''
      if (one?.seat !== 'SUPPORT' || !isId(fileId) || isGuess(c)) return c.notFound()
      const file = await readFile(platform.db, one, fileId)
      if (!file) return c.notFound()
      const { accountId, requestId, id: caseId } = one
      if (await recordLook(platform.db, viewer.personId, { accountId, requestId, caseId })) platform.wake()
      c.header('Content-Type', file.type === 'text/plain' ? 'text/plain; charset=utf-8' : file.type)
      c.header('Content-Disposition', dispositionOf(file.name))
      c.header('Content-Security-Policy', "default-src 'none'; sandbox")
      return c.body(new Uint8Array(file.content))
    },
  })
}

/** The header that makes a browser save a file under this name (RFC 6266). */
function dispositionOf(name: string): string {
  const plain = name.normalize('NFKD').replace(/[^\w .()-]/g, '')
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()]/g, escape)}`
}
