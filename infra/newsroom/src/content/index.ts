import type { Outlet } from '../types.ts'
import { andamanDispatch } from './andaman-dispatch.ts'
import { continentalBrief } from './continental-brief.ts'
import { deccanLedger } from './deccan-ledger.ts'
import { docketNairobi } from './docket-nairobi.ts'
import { harbourEveningPost } from './harbour-evening-post.ts'
import { indiaInCambodia } from './india-in-cambodia.ts'
import { manilaBayStandard } from './manila-bay-standard.ts'
import { mekongCourier } from './mekong-courier.ts'
import { newsmashDaily } from './newsmash-daily.ts'
import { northernStarWire } from './northern-star-wire.ts'
import { northmoorPolice } from './northmoor-police.ts'
import { openDoorMekong } from './open-door-mekong.ts'
import { savannahWire } from './savannah-wire.ts'
import { sriLankaInBangkok } from './sri-lanka-in-bangkok.ts'

/** Every outlet as it stands before anything moves. The story that people see first comes from the first two. */
export const outlets: readonly Outlet[] = [
  deccanLedger,
  mekongCourier,
  andamanDispatch,
  indiaInCambodia,
  manilaBayStandard,
  savannahWire,
  docketNairobi,
  northmoorPolice,
  openDoorMekong,
  sriLankaInBangkok,
  continentalBrief,
  harbourEveningPost,
  newsmashDaily,
  northernStarWire,
]
