import { claimPath, releasePath } from '../../paths/conversation.ts'
import { nameOf } from '../../people/index.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import { Button, Form } from '../../ui/index.ts'
import { words } from '../messages/index.ts'
import type { StandingClaim } from '../request/conversation.query.ts'
import { sayTime } from './say-time.ts'

/** Who is looking at a request, and the button to say so oneself or to let go; for those who may decide it. */
export function ClaimLine(props: {
  readonly reader: Reader
  readonly id: string
  readonly claim: StandingClaim | null
}) {
  const { reader, id, claim } = props
  const t = words.for(reader)
  if (claim === null) {
    return (
      <Form action={claimPath.to(id)} wide>
        <Button small icon="eye">
          {t('claim.do')}
        </Button>
      </Form>
    )
  }
  const time = sayTime(reader, claim.until)
  if (!claim.isMine) {
    const since = sayTime(reader, claim.at)
    return <p>{t('claim.other', { who: nameOf(claim.name), since, time })}</p>
  }
  return (
    <div class="claim">
      <p>{t('claim.mine', { time })}</p>
      <Form action={releasePath.to(id)} wide>
        <Button small variant="quiet">
          {t('claim.release')}
        </Button>
      </Form>
    </div>
  )
}
