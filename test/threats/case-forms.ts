import { newId } from '../../src/kernel/id.ts'
import type { Form } from './every-form.ts'

/** The forms of cases, and of what support does with requests. */
export const caseForms: Record<string, Form> = {
  '/requests/:id/escalate': { as: 'raul', id: 'request' },
  '/requests/:id/hand-back': { as: 'sam', id: 'request' },
  '/requests/:id/decide-as-support': {
    as: 'sam',
    id: 'request',
    fields: () => ({
      version: '1',
      verdict: 'DECLINE',
      role: '',
      ends: '',
      code: 'OTHER',
      note: 'Nobody of the account answers.',
      grounds: 'The letter of the company says so.',
    }),
    lists: ['va'],
  },
  '/requests/:id/decide-as-support/confirm': {
    as: 'sam',
    id: 'request',
    fields: () => ({ proposal: newId() }),
  },
  '/requests/:id/decide-as-support/drop': { as: 'sam', id: 'request' },
  '/cases/new': {
    as: 'luc',
    fields: () => ({
      key: newId(),
      text: 'The list of my requests stays empty.',
      request: '',
      from: '/',
      error: '',
    }),
  },
  '/cases/:id/write': {
    as: 'sam',
    id: 'case',
    fields: () => ({ room: 'REQUESTER', seen: '', text: 'I can send the letter tomorrow.' }),
  },
  '/cases/:id/solve': { as: 'sam', id: 'case' },
  '/cases/:id/reopen': { as: 'sam', id: 'case', fields: () => ({ text: 'It is wrong again since noon.' }) },
  '/cases/:id/assign': { as: 'sam', id: 'case', fields: () => ({ to: 'me', seen: '' }) },
  // It takes a file and nothing else.
  '/cases/:id/proof': { as: 'sam', id: 'case' },
}
