import type { Viewer } from '../people/index.ts'
import type { Speaker } from './domain/conversation.ts'
import type { SeenRequest } from './requests.store.ts'

/** What the viewer is to a request when they want to say something about it. */
export function speakerOn(
  request: Pick<SeenRequest, 'decidable'>,
  viewer: Pick<Viewer, 'personId' | 'isSupport'>,
): Speaker {
  return { personId: viewer.personId, mayDecide: request.decidable, isSupport: viewer.isSupport }
}
