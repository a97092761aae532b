import type { Letters } from '../platform/mailer/index.ts'
import type { Platform } from '../platform/platform.ts'
import { letters as ofRules } from '../rules/index.ts'
import { letters as ofCases } from '../support-cases/index.ts'
import { clockLetters } from './letters.clocks.ts'
import { contactLetters } from './contact/contact.letters.ts'
import { conversationLetters } from './letters.conversation.ts'
import { deciderLetters } from './letters.decider.ts'
import { onBehalfLetters } from './ask-for-colleague/on-behalf.letters.ts'
import { removalLetters } from './letters.removal.ts'
import { requesterLetters } from './letters.requester.ts'
import { supportLetters } from './letters.support.ts'

/** The letters about requests and their cases, by the kind of mail. */
export function letters(platform: Pick<Platform, 'publicUrl' | 'settings' | 'config' | 'key'>): Letters {
  return {
    ...ofCases(platform),
    ...ofRules(platform),
    ...requesterLetters(platform),
    ...deciderLetters(platform),
    ...removalLetters(platform),
    ...supportLetters(platform),
    ...conversationLetters(platform),
    ...contactLetters(platform),
    ...onBehalfLetters(platform),
    ...clockLetters(platform),
  }
}
