// A real OpenID Connect provider on loopback: node oidc-provider.mjs PORT RETURN_ADDRESS. Whoever signs in as rosa is of the news desk, everybody else of nothing.
import Provider from 'oidc-provider';

const [port, returnAddress] = process.argv.slice(2);
const provider = new Provider(`http://localhost:${port}`, {
  clients: [{ client_id: 'storyprint', client_secret: 'a-secret-of-the-tests-alone', redirect_uris: [returnAddress] }],
  claims: { openid: ['sub', 'groups'], email: ['email'], profile: ['name'] },
  conformIdTokenClaims: false,
  cookies: { keys: ['the cookies of the tests'] },
  features: { devInteractions: { enabled: true } },
  findAccount: (_, id) => ({
    accountId: id,
    claims: () => ({ sub: id, name: id === 'rosa' ? 'Rosa Lund' : 'Somebody Else', email: `${id}@house.example`, groups: id === 'rosa' ? ['newsdesk'] : ['canteen'] }),
  }),
});
provider.listen(Number(port), () => console.log('listening'));
