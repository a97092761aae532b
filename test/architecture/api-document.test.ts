import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { operations as instanceOperations } from '../../src/instance/operations.ts'
import { documentOf } from '../../src/integrations/api/document.ts'
import { problemKinds } from '../../src/integrations/api/problem-kinds.ts'
import { operations as ownOperations } from '../../src/integrations/operations.ts'
import { tokenScopes } from '../../src/people/domain/personal-token.ts'
import { cursors } from '../../src/platform/http/index.ts'

const sealed = { cursors: cursors(Buffer.alloc(32)) }
const parts = {
  settings: { newAccountsNeedProof: true } as never,
  key: Buffer.alloc(32),
  config: {} as never,
}
const operations = [...ownOperations({ ...sealed, ...parts }), ...instanceOperations(sealed)]
const document = documentOf(operations, { url: 'https://vestibule.example', version: '1.0.0' })

function refsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  const own = '$ref' in value ? [String(value.$ref)] : []
  return [...own, ...Object.values(value).flatMap(refsIn)]
}

describe('the document of the API', () => {
  it('changes only when somebody means it to', async () => {
    await expect(`${JSON.stringify(document, null, 2)}\n`).toMatchFileSnapshot('./api-document.snapshot')
  })

  it('names each operation once, and refers only to what it holds', () => {
    expect(new Set(operations.map(({ id }) => id)).size).toBe(operations.length)
    for (const ref of new Set(refsIn(document))) {
      const found = ref
        .slice(2)
        .split('/')
        .reduce<unknown>((node, part) => (node as Record<string, unknown> | undefined)?.[part], document)
      expect([ref, typeof found]).toEqual([ref, 'object'])
    }
  })

  it('shows examples that are true to their schemas', () => {
    for (const operation of operations) {
      expect([operation.id, operation.answer.schema.safeParse(operation.answer.example).error]).toEqual([
        operation.id,
        undefined,
      ])
      if (operation.method === 'POST' && operation.body) {
        expect([operation.id, operation.body.safeParse(operation.exampleBody).error]).toEqual([
          operation.id,
          undefined,
        ])
      }
    }
  })

  it('asks for known scopes, and reads only strict bodies', () => {
    for (const operation of operations) {
      expect(tokenScopes).toContain(operation.scope)
      const schema = operation.method === 'GET' ? operation.query : (operation.body ?? z.strictObject({}))
      expect([operation.id, schema.safeParse({ nobodyKnowsThis: 1 }).success]).toEqual([operation.id, false])
    }
  })

  it('explains every kind of problem in a sentence', () => {
    for (const [code, sentence] of Object.entries(problemKinds)) {
      expect([code, /^[A-Z].*\.$/.test(sentence)]).toEqual([code, true])
    }
  })
})
