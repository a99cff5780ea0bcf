# Trying it on one's own machine: certificates, backups, and removing a room.

tls-read-again = The certificate in { $file } has been read anew and is used from now on.
tls-cert-broken = { $file } is no certificate that can be read. The file should be PEM (-----BEGIN CERTIFICATE-----), the server's own certificate first and then those that lead to a root.
tls-cert-expired = The certificate in { $file } has expired. Get a new one and try again. Until then nobody gets in safely.
tls-cert-early = The certificate in { $file } is not valid yet. Check that the clock of the machine is right, or wait until it is valid.
tls-key-broken = { $file } is no private key that can be read. The file should be PEM (-----BEGIN PRIVATE KEY-----), without a password.
tls-pair = The key { $key } does not belong to the certificate in { $file }. Give the key that the certificate was made with.
