// Drives the official client as any user would and prints one line of JSON for
// each answer. Arguments: the credentials file. The way to the server is the
// environment's https_proxy, so the client itself is not touched.
const VoximplantApiClient = require('@voximplant/apiclient-nodejs').default;

async function session(api) {
  const say = (what, answer) => console.log(JSON.stringify({ what, answer }));
  const account = await api.Accounts.getAccountInfo({ returnLiveBalance: true });
  say('account', { id: account.result.accountId, name: account.result.accountName });

  const app = await api.Applications.addApplication({ applicationName: 'masking', secureRecordStorage: true });
  say('application', app);
  const applicationId = app.applicationId;

  const script = 'VoxEngine.terminate(); // ü 日本 \r\n';
  const scenario = await api.Scenarios.addScenario({ scenarioName: 'kvs-scenario', scenarioScript: script });
  const second = await api.Scenarios.addScenario({ scenarioName: 'other', scenarioScript: '1' });
  const read = await api.Scenarios.getScenarios({ scenarioId: scenario.scenarioId, withScript: true });
  say('script comes back byte for byte', read.result[0].scenarioScript === script);

  const rule = await api.Rules.addRule({
    applicationId, ruleName: 'all', rulePattern: '.*', scenarioId: [scenario.scenarioId, second.scenarioId],
  });
  await api.Scenarios.reorderScenarios({ ruleId: rule.ruleId, scenarioId: [second.scenarioId, scenario.scenarioId] });
  const rules = await api.Rules.getRules({ applicationId, withScenarios: true });
  say('rule', { name: rules.result[0].ruleName, total: rules.totalCount, scenarios: rules.result[0].scenarios.map((s) => s.scenario_name) });

  const numbers = await api.PhoneNumbers.getPhoneNumbers({});
  await api.PhoneNumbers.bindPhoneNumberToApplication({ phoneId: [numbers.result[0].phoneId], applicationId, ruleId: rule.ruleId });
  const bound = await api.PhoneNumbers.getPhoneNumbers({ isBoundToRule: true });
  say('number', { application: bound.result[0].applicationName, rule: bound.result[0].ruleName });

  await api.Secrets.addSecret({ applicationId, secretName: 'results_key', secretValue: 's' });
  const secrets = await api.Secrets.getSecrets({ applicationId });
  say('secret', { name: secrets.result[0].secretName, total: secrets.totalCount });

  const order = { applicationId, key: '00123' };
  const value = JSON.stringify({ courier: '12222222222', client: '13333333333' });
  const set = await api.KeyValueStorage.setKeyValueItem({ ...order, value, ttl: 864000 });
  say('key set', { key: set.result.key, value: set.result.value });
  const got = await api.KeyValueStorage.getKeyValueItem(order);
  say('key read', got.result.value === value && got.result.expiresAt === set.result.expiresAt);
  // The answer is an array, which this version of the client turns into an empty object.
  say('keys', (await api.KeyValueStorage.getKeyValueKeys({ applicationId })).result);
  say('key deleted', await api.KeyValueStorage.delKeyValueItem(order));
  say('key gone', await api.KeyValueStorage.getKeyValueItem(order));

  say('refused', await api.Applications.addApplication({ applicationName: 'masking' }));
  say('not emulated', await api.Users.getUsers({ applicationId }));
  say('deleted', await api.Applications.delApplication({ applicationId: [applicationId] }));
}

const client = new VoximplantApiClient({ pathToCredentials: process.argv[2] });
client.onReady = (api) => session(api).catch((error) => {
  console.error(error);
  process.exit(1);
});
