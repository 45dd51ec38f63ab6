import type { Block } from '../../dockerfile/dockerfile-text.ts';

/** A program that asks an address, and fails unless the status is below another: images of .NET have no curl. */
const PROGRAM = `using System;
using System.Net.Http;

using var handler = new HttpClientHandler { AllowAutoRedirect = false, UseProxy = false };
using var client = new HttpClient(handler) { Timeout = TimeSpan.FromSeconds(3) };
try
{
    using var answer = await client.GetAsync(args[0], HttpCompletionOption.ResponseHeadersRead);
    return (int)answer.StatusCode < int.Parse(args[1]) ? 0 : 1;
}
catch (Exception)
{
    return 1;
}`;

const projectOf = (version: string) => `<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net${version}</TargetFramework>
    <RollForward>Major</RollForward>
    <InvariantGlobalization>true</InvariantGlobalization>
  </PropertyGroup>
</Project>`;

/** Lines that make the probe in a stage with an SDK. */
export function probeLines(version: string, output: string): string[] {
  return [
    "COPY <<'EOF' /probe/Probe.csproj",
    projectOf(version),
    'EOF',
    "COPY <<'EOF' /probe/Program.cs",
    PROGRAM,
    'EOF',
    `RUN dotnet publish /probe/Probe.csproj --configuration Release --output ${output} -p:UseAppHost=false`,
  ];
}

/** The stage that makes the probe, apart from the sources so that no edit of them makes it anew. */
export function probeStage(version: string): Block {
  return [
    '# probe is a health check of a few lines: the image that ships has nothing that asks.',
    'FROM base AS probe',
    ...probeLines(version, '/out'),
  ];
}

export function probeCommand(folder: string, address: string, below: number): string[] {
  return ['dotnet', `${folder}/Probe.dll`, address, `${below}`];
}
