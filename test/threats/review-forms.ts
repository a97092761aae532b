import type { Form } from './every-form.ts'

/** The forms of reviews of access. */
export const reviewForms: Record<string, Form> = {
  '/accounts/:identifier/reviews/new': {
    as: 'ana',
    fields: () => ({ what: 'ROLE', role: '', place: '' }),
  },
  '/accounts/:identifier/reviews/:id': {
    as: 'ana',
    fields: () => ({ 'answer-1': 'KEEP', 'seen-1': '0:LATER', do: 'save' }),
  },
  '/accounts/:identifier/reviews/:id/items/:position/change': {
    as: 'ana',
    fields: () => ({ role: 'VV', ends: '', endsTime: '', seen: '0' }),
  },
  '/accounts/:identifier/reviews/:id/finish': { as: 'ana' },
  '/accounts/:identifier/grants/:id/reactivate': { as: 'ana', id: 'grant' },
}
