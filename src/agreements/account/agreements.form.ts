import { z } from 'zod'
import { isId } from '../../kernel/id.ts'
import type { AgreementId, WhichVersion } from '../domain/agreement.ts'

/** The fields that come several times. */
export const acceptLists = ['version'] as const

const shape = /^([0-9a-f-]{36}):(\d{1,6})$/

/** The versions that were shown, each as its id and number. */
export const shownVersions = z
  .array(z.string())
  .max(50)
  .default([])
  .transform((texts): WhichVersion[] =>
    texts.flatMap((text) => {
      const [, id = '', version = ''] = shape.exec(text) ?? []
      return isId(id) ? [{ agreementId: id as AgreementId, version: Number(version) }] : []
    }),
  )

/** What a form names a version by. */
export const versionField = ({ agreementId, version }: WhichVersion): string => `${agreementId}:${version}`

/** Accepting what was shown. */
export const acceptForm = z.strictObject({
  version: shownVersions,
  agree: z.literal('yes', { error: 'agreements.agree-missing' }),
})
