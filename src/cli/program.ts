import { Command, CommanderError } from 'commander'
import { amazonTabCommand } from './commands/amazon-tab.ts'
import { auditCommand } from './commands/audit.ts'
import { backupCommand } from './commands/backup.ts'
import { buyerMailCommand } from './commands/buyer-mail.ts'
import { callsCommand } from './commands/calls.ts'
import { cancellationsCommand } from './commands/cancellations.ts'
import { carrierCommand } from './commands/carrier.ts'
import { centerCommand } from './commands/center.ts'
import { channelCommand } from './commands/channel.ts'
import { configCommand } from './commands/config.ts'
import { connectCommand } from './commands/connect.ts'
import { deadlinesCommand } from './commands/deadlines.ts'
import { demoCommand } from './commands/demo.ts'
import { disconnectCommand } from './commands/disconnect.ts'
import { doctorCommand } from './commands/doctor.ts'
import { errorsCommand } from './commands/errors.ts'
import { fileCommand } from './commands/file.ts'
import { groupCommand } from './commands/groups.ts'
import { importCommands } from './commands/import.ts'
import { itemCommand } from './commands/item.ts'
import { keyCommand } from './commands/key.ts'
import { keysCommand } from './commands/keys.ts'
import { levelCommand } from './commands/level.ts'
import { listingsCommand } from './commands/listings.ts'
import { mailCommand } from './commands/mail.ts'
import { emailsCommand, themeCommand } from './commands/mails.ts'
import { mappingCommand } from './commands/mapping.ts'
import { merchantCommand } from './commands/merchant.ts'
import { methodCommand } from './commands/method.ts'
import { notifyCommand } from './commands/notify.ts'
import { offerCommand } from './commands/offer.ts'
import { ordersCommand } from './commands/orders.ts'
import { outboxCommand } from './commands/outbox.ts'
import { packageCommand } from './commands/package.ts'
import { peopleCommands } from './commands/people.ts'
import { planCommand } from './commands/plan.ts'
import { previewCommands } from './commands/preview.ts'
import { backfillCommand, reconcileCommand } from './commands/reconcile.ts'
import { refundCommand } from './commands/refunds.ts'
import { restoreCommand } from './commands/restore.ts'
import { retentionCommand } from './commands/retention.ts'
import { reviewCommand } from './commands/review.ts'
import { runCommands } from './commands/run.ts'
import { secretCommand } from './commands/secret.ts'
import { sendingCommand } from './commands/sending.ts'
import { serveCommand } from './commands/serve.ts'
import { apartCommands } from './commands/serve-apart.ts'
import { settingsCommand } from './commands/settings.ts'
import { shipCommand } from './commands/ship.ts'
import { sqsCommand } from './commands/sqs.ts'
import { startCommands } from './commands/start.ts'
import { statusCommand } from './commands/status.ts'
import { stockCommand } from './commands/stock.ts'
import { upgradeCommand } from './commands/upgrade.ts'
import { userCommand } from './commands/user.ts'
import { vendorCommand } from './commands/vendor.ts'
import { webhookCommand } from './commands/webhook.ts'
import { whereCommand } from './commands/where.ts'
import { addExamples } from './examples.ts'
import { CliRefusal, sentencesOf, withoutSecrets } from './refusal.ts'

/** The groups of commands in the order in which `--help` shows them (X3). */
const GROUPS = {
  'The program:': [
    serveCommand,
    apartCommands,
    demoCommand,
    runCommands,
    backupCommand,
    restoreCommand,
    upgradeCommand,
    doctorCommand,
  ],
  'Merchants and their connection to Amazon:': [
    merchantCommand,
    keyCommand,
    webhookCommand,
    peopleCommands,
    userCommand,
    groupCommand,
    reviewCommand,
    connectCommand,
    disconnectCommand,
    secretCommand,
    sqsCommand,
    planCommand,
    previewCommands,
    startCommands,
  ],
  'What happens:': [
    statusCommand,
    callsCommand,
    ordersCommand,
    shipCommand,
    packageCommand,
    cancellationsCommand,
    refundCommand,
    whereCommand,
    errorsCommand,
    outboxCommand,
    deadlinesCommand,
    mailCommand,
    buyerMailCommand,
    fileCommand,
    reconcileCommand,
    backfillCommand,
    retentionCommand,
    auditCommand,
    keysCommand,
  ],
  'Configuration:': [
    importCommands,
    itemCommand,
    amazonTabCommand,
    offerCommand,
    mappingCommand,
    centerCommand,
    vendorCommand,
    stockCommand,
    channelCommand,
    methodCommand,
    carrierCommand,
    levelCommand,
    listingsCommand,
    sendingCommand,
    settingsCommand,
    configCommand,
    themeCommand,
    emailsCommand,
    notifyCommand,
  ],
}

const ABOUT_ALL = `
./millrace COMMAND --help tells more, with an example. --json prints JSON for programs.
Exit codes: 0 done; 1 refused or failed, with the reason on standard error; 2 mistyped, nothing was tried.
Settings of the program: .env.example. All commands by task: docs/command-line.md`

/** Runs one command line and sets the exit code: 0 done, 1 refused or failed, 2 mistyped. */
export async function runProgram(argv: readonly string[]): Promise<void> {
  // The reader of a pipe may leave before the end, as `head` does.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    throw error
  })
  try {
    await buildProgram().parseAsync(argv)
  } catch (error) {
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2
    else {
      console.error(withoutSecrets(sentencesOf(error)))
      process.exitCode = error instanceof CliRefusal ? error.exitCode : 1
    }
  }
}

/** All commands, ready for one command line (X3). */
export function buildProgram(): Command {
  const program = new Command('millrace')
    .description("Joins a merchant's order system to Amazon Seller Central.")
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(withoutSecrets(text)) })
    .helpCommand(false)
    .addHelpText('after', ABOUT_ALL)
  for (const [heading, commands] of Object.entries(GROUPS)) {
    program.commandsGroup(heading)
    for (const add of commands) add(program)
  }
  addExamples(program)
  return program
}
