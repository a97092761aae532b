import { askPath } from '../../paths/access-requests.ts'
import { profilePath } from '../../paths/people.ts'
import { signedIn } from '../../people/index.ts'
import { type Ctx, fieldsOf, page, seeOther, type Typed } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { keepDraft } from './drafts.store.ts'
import { wishLists } from './submit.form.ts'

const kept = ['identifier', 'reason', 'scope', 'virtualAccount', 'named', 'role', 'ends', 'endsTime'] as const

/** Keeps what was typed so far, whole or not: from step 1 it leads to the profile and back, from step 2 to step 1. */
export function keepAndLeave(platform: Platform): (c: Ctx) => Promise<Response> {
  return page({
    who: signedIn(platform),
    async show(c, viewer) {
      const { account, ...typed } = fieldsOf(c, wishLists)
      await keepDraft(platform.db, viewer.personId, knownIn(typed))
      return seeOther(c, account === undefined ? `${profilePath.to()}?next=${askPath.to()}` : askPath.to())
    },
  })
}

function knownIn(typed: Typed): Typed {
  const isList = (value: Typed[string] | undefined) => typeof value === 'object' && value.length === 0
  return Object.fromEntries(
    kept.flatMap((name) => {
      const value = typed[name]
      return value === undefined || isList(value) ? [] : [[name, value]]
    }),
  )
}
