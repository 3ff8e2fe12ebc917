import { outlets } from './content/index.ts'
import { steps } from './steps.ts'
import type { Move, Outlet, Story } from './types.ts'

/** The newsroom as it stands after some steps. */
export type NewsroomState = Readonly<{
  outlets: readonly Readonly<{ outlet: Outlet; stories: readonly Story[] }>[]
  /** Stories taken back: their pages answer 410. */
  withdrawn: readonly Readonly<{ outlet: Outlet; story: Story }>[]
}>

const belongsTo = (outlet: Outlet, storyId: string) => storyId.startsWith(`${outlet.id}/`)

function applyToOutlet(outlet: Outlet, stories: readonly Story[], move: Move): readonly Story[] {
  if ('withdraw' in move) return stories.filter((story) => story.id !== move.withdraw)
  if ('add' in move) return belongsTo(outlet, move.add.id) ? [...stories, move.add] : stories
  return stories.map((story) => (story.id === move.replace.id ? move.replace : story))
}

function applyMove(state: NewsroomState, move: Move): NewsroomState {
  const taken =
    'withdraw' in move
      ? state.outlets.flatMap(({ outlet, stories }) => stories.filter((story) => story.id === move.withdraw).map((story) => ({ outlet, story })))
      : []
  return {
    outlets: state.outlets.map(({ outlet, stories }) => ({ outlet, stories: applyToOutlet(outlet, stories, move) })),
    withdrawn: [...state.withdrawn, ...taken],
  }
}

/** The state after the first `count` steps; 0 is how everything begins. */
export function newsroomAt(count: number): NewsroomState {
  const start: NewsroomState = { outlets: outlets.map((outlet) => ({ outlet, stories: outlet.stories })), withdrawn: [] }
  return steps
    .slice(0, count)
    .flatMap((step) => step.moves)
    .reduce(applyMove, start)
}
