import type { ApiCaller } from '../../people/index.ts'
import type { Operation } from '../../platform/api/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { blocking } from './blocks.api.ts'
import { closingVirtualAccount } from '../close-virtual-account/close-virtual-account.api.ts'
import { conversation } from './conversation.api.ts'
import { decisions } from './decisions.api.ts'
import { extending } from './extend.api.ts'
import { history } from './history.api.ts'
import { messages } from './messages.api.ts'
import { onBehalf } from './on-behalf.api.ts'
import { askingAPerson } from './person.api.ts'
import { preparing } from './prepared-texts.api.ts'
import { queue } from './queue.api.ts'
import { removing } from './removal.api.ts'
import { ownRequests } from './requests.api.ts'
import { askingSeveral } from './several.api.ts'
import { steps } from './steps.api.ts'
import { ruling } from '../rules/rules.api.ts'
import { supporting } from './support.api.ts'
import { takingBack } from './take-back.api.ts'

/** What the API offers about requests: the same use cases as the pages. */
export function operations(
  platform: Pick<Platform, 'cursors' | 'settings'>,
): readonly Operation<ApiCaller>[] {
  return [
    ...ownRequests(platform),
    history,
    ...steps,
    queue(platform),
    ...decisions,
    ...conversation,
    takingBack,
    extending,
    closingVirtualAccount,
    ...removing,
    ...ruling,
    ...onBehalf(platform),
    askingSeveral,
    askingAPerson,
    ...blocking(platform),
    ...preparing,
    ...messages(platform),
    ...supporting(platform),
  ]
}
