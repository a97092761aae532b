import { requestOperations } from '../access-requests/index.ts'
import { changeOperations } from '../account-changes/index.ts'
import { accountOperations } from '../accounts/index.ts'
import { customRoleOperations } from '../custom-roles/index.ts'
import { directoryOperations } from '../directory/index.ts'
import { groupOperations } from '../groups/index.ts'
import { memberOperations } from '../members/index.ts'
import { newAccountOperations } from '../new-accounts/index.ts'
import type { ApiCaller } from '../people/index.ts'
import type { Operation } from '../platform/api/index.ts'
import type { Platform } from '../platform/platform.ts'
import { reviewOperations } from '../reviews/index.ts'
import { caseOperations } from '../support-cases/index.ts'
import { tagOperations } from '../tags/index.ts'

/** Every operation of the API but those of what stands above this slice. */
export function operations(
  platform: Pick<Platform, 'cursors' | 'settings' | 'key' | 'config'>,
): readonly Operation<ApiCaller>[] {
  return [
    ...requestOperations(platform),
    ...directoryOperations(platform),
    ...accountOperations(platform),
    ...caseOperations(platform),
    ...memberOperations(platform),
    ...customRoleOperations(platform),
    ...groupOperations(platform),
    ...tagOperations(platform),
    ...reviewOperations(platform),
    ...changeOperations(platform),
    ...newAccountOperations(platform),
  ]
}
