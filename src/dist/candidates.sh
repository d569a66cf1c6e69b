#!/bin/sh
# Of what src/dist/build.sh made in target/dist: the notes of the release, a formula for Homebrew, what SDKMAN is told, and a
# catalogue for JBang, in target/dist/candidates.
#   src/dist/candidates.sh URL      URL: of the folder from which the release is downloaded
set -eu
url=${1%/}
homepage=${url%%/releases/*}
cd "$(dirname "$0")/../../target/dist"
archive=$(ls bellamy-*-full-linux-x86_64.tar.gz)
version=${archive#bellamy-} version=${version%-full-*}
sum=$(grep " $archive\$" SHA256SUMS | cut -d ' ' -f 1)
mkdir -p candidates

awk -v start="## [$version]" '
    /^## / { inside = index($0, start) == 1; if (inside) { found = 1; next } }
    inside { print }
    END { exit !found }' ../../CHANGELOG.md >candidates/changes || {
    echo "CHANGELOG.md says nothing of $version" >&2
    exit 1
}
# where releases stand, what lies beside this page does not
sed "s|](\([A-Za-z][^:)]*\))|]($homepage/blob/v$version/\1)|g" candidates/changes >candidates/notes.md
rm candidates/changes

cat >candidates/bellamy.rb <<FORMULA
class Bellamy < Formula
  desc "Predicts how long a Spark or Flink job runs on a cluster of a given size"
  homepage "$homepage"
  url "$url/$archive"
  version "$version"
  sha256 "$sum"
  license "Apache-2.0"

  depends_on :linux
  depends_on arch: :x86_64

  def install
    libexec.install Dir["*"]
    # data and models are the user's, and stay when Bellamy is removed
    touch libexec/".packaged"
    bin.install_symlink libexec/"bin/bellamy"
    man1.install Dir[libexec/"share/man/man1/*"]
    bash_completion.install libexec/"share/completions/bellamy.bash" => "bellamy"
    zsh_completion.install libexec/"share/completions/_bellamy"
    fish_completion.install libexec/"share/completions/bellamy.fish"
  end

  test do
    assert_match version.to_s, shell_output("#{bin}/bellamy --version")
  end
end
FORMULA

cat >candidates/sdkman.json <<SDKMAN
{"candidate": "bellamy", "version": "$version", "platform": "LINUX_64", "url": "$url/$archive", "checksums": {"SHA-256": "$sum"}}
SDKMAN

# JBang brings Java itself, so it gets the program alone, from where Maven finds it
cat >candidates/jbang-catalog.json <<JBANG
{"aliases": {"bellamy": {"script-ref": "io.bellamy:bellamy:$version", "main": "io.bellamy.cli.Main", "java": "17+",
  "description": "Predicts how long a Spark or Flink job runs on a cluster of a given size"}}}
JBANG
ls -l candidates
