import type { Letters } from '../platform/mailer/index.ts'
import type { Platform } from '../platform/platform.ts'
import { backupApproverLetters } from './backup-approvers/letters.ts'
import { delegateLetters } from './delegates/letters.ts'
import { endingLetters } from './ending/letters.ts'
import { propertyLetters } from './properties/letters.ts'
import { settingLetters } from './settings/letters.ts'
import { claimLetters } from './vacancy/letters.ts'

/** The letters about what happens in accounts. */
export function letters(platform: Pick<Platform, 'publicUrl' | 'settings' | 'key'>): Letters {
  return {
    ...backupApproverLetters(platform),
    ...delegateLetters(platform),
    ...claimLetters(platform),
    ...endingLetters(platform),
    ...settingLetters(platform),
    ...propertyLetters(platform),
  }
}
