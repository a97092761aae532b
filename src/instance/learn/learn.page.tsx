import { accountRoles, virtualRoles } from '../../accounts/domain/roles.ts'
import { accountWords } from '../../accounts/index.ts'
import { askPath } from '../../paths/access-requests.ts'
import { learnPath } from '../../paths/accounts.ts'
import { guidePath, taskPath } from '../../paths/learn.ts'
import {
  Facts,
  type Frame,
  Link,
  LinkButton,
  Page,
  PageHeading,
  Pager,
  Prose,
  Section,
} from '../../ui/index.ts'
import { words } from '../messages/index.ts'
import type { Guide, Task } from './guides.ts'
import { Markdown } from './markdown.tsx'

/** What Smart Accounts are in short, and the tasks of every guide. */
export function LearnPage({ frame, guides }: { frame: Frame; guides: readonly Guide[] }) {
  const { reader } = frame
  const t = accountWords.for(reader)
  const own = words.for(reader)
  const parts = ['what', 'who', 'ask', 'remind'] as const
  const roles = [...accountRoles, ...virtualRoles].map((role) => ({
    label: t(`role.${role}`),
    value: t(`role-help.${role}`),
  }))
  return (
    <Page frame={frame} title={t('learn.title')}>
      <PageHeading
        title={t('learn.title')}
        lead={own('learn.lead')}
        actions={
          <LinkButton variant="primary" icon="key-round" href={askPath.to()}>
            {own('home.request')}
          </LinkButton>
        }
      />
      <div class="pairs">
        {parts.map((part) => (
          <Section title={t(`learn.${part}-title`)}>
            <Prose>
              <p>{t(`learn.${part}`)}</p>
            </Prose>
          </Section>
        ))}
      </div>
      {guides.map((guide) => (
        <Section
          title={guide.title}
          action={<Link href={guidePath.to(guide.name)}>{own('learn.whole', { guide: guide.title })}</Link>}
        >
          <Tasks guide={guide} />
        </Section>
      ))}
      <Section title={t('learn.roles-title')}>
        <Facts items={roles} />
      </Section>
    </Page>
  )
}

/** The tasks of a guide, each a way to a page of its own, or to its place on this one. */
function Tasks({ guide, within }: { guide: Guide; within?: boolean }) {
  return (
    <ul class="tasks">
      {guide.tasks.map(({ slug, title }) => (
        <li>
          <Link href={within ? `#${slug}` : taskPath.to(guide.name, slug)}>{title}</Link>
        </li>
      ))}
    </ul>
  )
}

function crumbs(frame: Frame, ...here: { label: string; href?: string }[]) {
  const t = accountWords.for(frame.reader)
  return [{ label: t('learn.title'), href: learnPath.to() }, ...here]
}

/** A whole guide on one page: contents first, made to be printed. */
export function GuidePage({ frame, guide }: { frame: Frame; guide: Guide }) {
  const { reader } = frame
  const t = words.for(reader)
  return (
    <Page frame={frame} title={guide.title} breadcrumb={crumbs(frame, { label: guide.title })}>
      <PageHeading title={guide.title} />
      <Prose>
        <Markdown reader={reader} tokens={guide.intro} />
      </Prose>
      <Section title={t('learn.contents')}>
        <Tasks guide={guide} within />
      </Section>
      {guide.tasks.map((task) => (
        <Section title={task.title} id={task.slug}>
          <Prose>
            <Markdown reader={reader} tokens={task.content} />
          </Prose>
        </Section>
      ))}
    </Page>
  )
}

/** One task of a guide, with the ways to the one before and the one after. */
export function TaskPage({ frame, guide, task }: { frame: Frame; guide: Guide; task: Task }) {
  const { reader } = frame
  const t = words.for(reader)
  const at = guide.tasks.indexOf(task)
  const pathAt = (n: number) => {
    const other = guide.tasks[n]
    return other && taskPath.to(guide.name, other.slug)
  }
  const up = { label: guide.title, href: guidePath.to(guide.name) }
  return (
    <Page frame={frame} title={task.title} breadcrumb={crumbs(frame, up, { label: task.title })}>
      <PageHeading title={task.title} />
      <Prose>
        <Markdown reader={reader} tokens={task.content} />
      </Prose>
      <Pager
        reader={reader}
        previous={pathAt(at - 1)}
        next={pathAt(at + 1)}
        summary={<Link href={up.href}>{t('learn.whole', { guide: guide.title })}</Link>}
      />
    </Page>
  )
}
