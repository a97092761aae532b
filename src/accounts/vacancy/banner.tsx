import { claimPath } from '../../paths/claims.ts'
import { nameOf } from '../../people/domain/viewer.ts'
import { formatDate } from '../../platform/i18n/format.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import { LinkButton, Notice } from '../../ui/index.ts'
import { words } from '../messages/index.ts'
import type { NoticedClaim } from './claims.query.ts'

/** That somebody claims the account, and where it can be stopped. */
export function ClaimBanner({ reader, claim }: { reader: Reader; claim: NoticedClaim }) {
  const t = words.for(reader)
  const date = formatDate(reader, claim.noticeEndsAt, 'date')
  return (
    <Notice
      kind="warning"
      still
      title={t('claim.banner.title')}
      actions={<LinkButton href={claimPath.to(claim.id)}>{t('claim.banner.link')}</LinkButton>}
    >
      {t('claim.banner.text', { name: nameOf(claim), date })}
    </Notice>
  )
}
