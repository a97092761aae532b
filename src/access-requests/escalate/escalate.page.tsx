import { myRequestsPath } from '../../paths/access-requests.ts'
import { escalatePath } from '../../paths/support-cases.ts'
import { Button } from '../../ui/index.ts'
import { words } from '../messages/index.ts'
import { type AskedAbout, OnceMorePage } from '../once-more.page.tsx'

/** Asks once more before a request is passed on to support, and says what support will see. */
export function EscalatePage(props: AskedAbout) {
  const t = words.for(props.frame.reader)
  return (
    <OnceMorePage
      {...props}
      title={t('escalate.title')}
      lead={t('escalate.text')}
      above={[{ label: t('mine.title'), href: myRequestsPath.to() }]}
      here={t('escalate.button')}
      action={escalatePath.to(props.request.id)}
      act={
        <Button variant="primary" icon="life-buoy">
          {t('escalate.do')}
        </Button>
      }
      keep={t('escalate.keep')}
    />
  )
}
