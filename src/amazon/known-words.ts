/** Words that Amazon's messages about orders are made of, and that tell nothing of a buyer. */
const WORDS = new Set(
  `a about above accept accepted access according account acknowledge acknowledged acknowledgement action active actual add added adding adjust adjusted adjustment after again
  all allow allowed already also amazon an and another any api app application applied apply are array as asin ask asked associated at attempt authorization authorized automatic
  automatically available backend bad be because been before begin below between block blocked body boolean both bought business but buy buyer by call can cancel canceled cancelled
  cancellation cannot carrier change changed changes character characters charge check choose class client closed code collection column combination come common complete completed
  confirm confirmation confirmed conflict contact contain contains content correct could count country create created currency current currently data dataset datasets date dates day
  days decimal default defined delivery denied deprecated description detail details did different digit digits do document does done double due duplicate duplicated during each
  early edit effective eligible element else empty end ended enter entered entity error errors exceed exceeded exceeds exist existing exists expected expire expired expires external
  fail failed failure false fault feed feeds field fields file fill find finding first fix for form format found from fulfill fulfilled fulfillment fulfilment full future general get
  give given good grant granted great greater group had handling has have header hour hours however id identifier identifiers ids if ignored in include included includes including
  incorrect info information input inside instead integer internal invalid invoice is issue it item items its json key known label larger last late later latest least length less level
  like limit limits line lines list listed listing load long longer longest lot made make malformed manifest many map marketplace marketplaces match matches matching max maximum may
  merchant message messages method mfn might minimum minute minutes missing mode more most much multiple must name named names need needed needs negative neither never new next no
  nonexistent none nor not nothing null number numbers object of off offer on once one only open operation or order orders other otherwise our out outside over package packages page
  pagination parameter parameters part partial partially parse past path payment pending per period permission permitted please policy positive possible prepaid present price
  problem process processed processing product program prohibited property provide provided purchase quantities quantity query quota rate read reached reason received recipient
  record records reference refund refunded refuse refused region reject rejected relate related remove removed report request requested requests required requires resource response
  restricted result retry return returned right role row rows same save scope search second seconds see select seller send sent server service set sets several ship shipment shipments
  shipped shipping short should shown signature since size sku skus some something specified standard start state stated status still stop string submit submitted succeeded success
  such support supported system tax temporarily than that the their them then there these they this those though time times timestamp to today together token tokens too total track
  tracking transparency try trying type types unable unauthorized under unexpected unfulfilled unit units unknown unless unprocessable unshipped unsupported until up update updated
  updates upon url us use used user uses using utc valid validation value values version violates violation was way we were what when where whether which while who whole will with
  within without word wrong xml year years yet you your zero zone alias aliases available bytes easy prime plus reserved warehouse center stock channel sandbox draft letter letters
  whitespace blank blanks sign plain text longer fewer least utc iso window limitexceeded
  fba mcf afn ups usps fedex dhl ontrac gls dpd hermes royal mail
  secret large small huge media argument option options conflicts concurrent deadline content-type header headers
  recipients proceeds expense promotion cancellations`
    .trim()
    .split(/\s+/),
)

/** What stands in place of words that are not known. */
const HIDDEN = '[…]'

/**
 * Amazon's words about an order as far as they are known: it may repeat what a buyer wrote, so every word, number and sign that is neither
 * known nor our own (`ours`: an order number, what we asked for) is hidden (U2). Names in one word, such as `packageReferenceId`, are read by their parts.
 */
export function knownWords(text: string, ours: readonly string[] = []): string {
  const own = new Set(ours.flatMap((each) => each.split(/\s+/)))
  const told = text.split(/\s+/).map((token) => (isKnown(token, own) ? token : HIDDEN))
  return told.filter((token, at) => token !== HIDDEN || told[at - 1] !== HIDDEN).join(' ')
}

const ORDER_NUMBER = /^\d{3}-\d{7}-\d{7}$/

function isKnown(token: string, own: ReadonlySet<string>): boolean {
  const core = token.replace(/^[('"`[<{]+|[)'"`\]>}.,:;!?]+$/g, '')
  if (!/[\p{L}\p{N}]/u.test(core) || own.has(core) || ORDER_NUMBER.test(core)) return true
  if (!/^[A-Za-z]+(?:[-_./+:'’,\][()]*[A-Za-z]+)*\+?$/.test(core)) return false
  const parts = core.match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])/g) ?? []
  return parts.every((part) => WORDS.has(part.toLowerCase()))
}
