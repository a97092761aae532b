import { newId } from '../../src/kernel/id.ts'
import type { Form } from './every-form.ts'

/** The forms of one's own access. */
export const accessForms: Record<string, Form> = {
  '/access/smart-accounts/:identifier/leave': { as: 'luc' },
  '/access/smart-accounts/:identifier/grants/:id/extend': {
    as: 'luc',
    id: 'grant',
    fields: () => ({
      key: newId(),
      ends: '2030-06-30',
      endsTime: '18:00',
      reason: 'I still need it until then.',
    }),
  },
  '/access/smart-accounts/:identifier/grants/:id/change': { as: 'luc', id: 'grant' },
}
