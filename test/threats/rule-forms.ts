import { ruleFields } from '../world/rule-form.ts'
import type { Form } from './every-form.ts'

const rule = () => ({ ...ruleFields, version: '0', step: 'rehearse' })
const lists = ['role', 'whereId', 'giveId']

/** The forms of rules and of blocks. */
export const ruleForms: Record<string, Form> = {
  '/accounts/:identifier/rules/new': { as: 'ana', fields: rule, lists },
  '/accounts/:identifier/rules/:id': { as: 'ana', fields: rule, lists },
  '/accounts/:identifier/rules/change': {
    as: 'ana',
    fields: () => ({
      act: 'off',
      rule: '019a9e62-5c00-7d3e-8b1f-2a6c9d0e4f90',
      version: '0',
      step: 'rehearse',
    }),
  },
  '/accounts/:identifier/rules/manual-only': {
    as: 'ana',
    fields: () => ({ version: '0' }),
    lists: ['locked'],
  },
  '/accounts/:identifier/rules/blocks': {
    as: 'ana',
    fields: () => ({
      address: 'mia@partner-works.example',
      howLong: '30_DAYS',
      reason: 'They asked for the same again and again.',
    }),
  },
  '/accounts/:identifier/rules/blocks/:id/lift': { as: 'ana' },
  '/requests/:id/ask-a-person': { as: 'raul', id: 'request' },
}
