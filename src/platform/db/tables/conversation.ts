import type { At, AtOrNull } from './columns.ts'

/** What people say to each other about requests, and what accounts keep ready to say. */
export type ConversationTables = {
  questions: {
    account_id: string
    request_id: string
    n: number
    asked_by: string
    text: string
    asked_at: At
    answered_by: string | null
    answer: string | null
    answered_at: AtOrNull
  }
  comments: {
    account_id: string
    id: string
    request_id: string
    side: 'REQUESTER' | 'ACCOUNT' | 'SUPPORT'
    n: number
    written_by: string
    text: string
    written_at: At
    told_at: AtOrNull
  }
  request_claims: {
    account_id: string
    request_id: string
    person_id: string
    claimed_at: At
    until: AtOrNull
  }
  prepared_texts: {
    account_id: string
    id: string
    purpose: 'DECLINE' | 'QUESTION'
    title_en: string
    text_en: string
    title_fr: string
    text_fr: string
    created_at: At
  }
  contact_messages: {
    account_id: string
    id: string
    person_id: string
    request_id: string | null
    text: string
    sent_at: At
    answered_by: string | null
    answer: string | null
    answered_at: AtOrNull
  }
}
