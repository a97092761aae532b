import { Hono } from 'hono'
import { apiDocumentPath, apiPartPath, apiReferencePath } from '../../paths/api.ts'
import { anyone, type ApiCaller, apiCaller, frameOf } from '../../people/index.ts'
import { answerProblem, mount, type Operation } from '../../platform/api/index.ts'
import { type Ctx, type Env, html, json, page } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { operations } from '../operations.ts'
import { type ApiDocument, documentOf } from './document.ts'
import { partsOf } from './parts.ts'
import { PartPage, ReferencePage } from './reference.page.tsx'

/** The API with its document and its reference page; `more` are the operations of what stands above this slice. */
export function routes(platform: Platform, more: readonly Operation<ApiCaller>[] = []): Hono<Env> {
  const { publicUrl, version } = platform
  const all = [...operations(platform), ...more]
  let made: ApiDocument | undefined
  const document = () => (made ??= documentOf(all, { url: publicUrl, version }))
  const app = new Hono<Env>()
  app.get(apiDocumentPath.pattern, (c) => json(c, document()))
  app.get(
    apiReferencePath.pattern,
    page({
      who: anyone(platform),
      show: (c, viewer) =>
        html(c, <ReferencePage frame={frameOf(c, platform, viewer)} document={document()} />),
    }),
  )
  app.get(
    apiPartPath.pattern,
    page({
      who: anyone(platform),
      show(c, viewer) {
        const part = partsOf(document()).find(({ slug }) => slug === c.req.param('part'))
        const frame = frameOf(c, platform, viewer)
        return part ? html(c, <PartPage frame={frame} document={document()} part={part} />) : c.notFound()
      },
    }),
  )
  app.route('/', mount(platform, apiCaller(platform), all))
  app.all('/api/*', (c: Ctx) => answerProblem(c, publicUrl, { status: 404, code: 'not-found' }))
  return app
}
