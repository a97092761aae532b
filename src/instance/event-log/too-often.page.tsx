import { ErrorPage, type Frame, Page } from '../../ui/index.ts'
import { words } from '../messages/index.ts'

/** Says when the next export can be taken. */
export function TooOftenPage({ frame, minutes }: { frame: Frame; minutes: number }) {
  const t = words.for(frame.reader)
  return (
    <Page frame={frame} title={t('log.too-often.title')}>
      <ErrorPage
        reader={frame.reader}
        title={t('log.too-often.title')}
        whatHappened={t('log.too-often.text')}
        whatToDo={t('log.too-often.do', { minutes })}
      />
    </Page>
  )
}
