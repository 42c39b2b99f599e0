// The way to the practice cluster: a local pipe, one request a connection. C# 5.
using System;
using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.IO.Pipes;
using System.Management.Automation;
using System.Reflection;
using System.Text;
using System.Threading.Tasks;
using Microsoft.FailoverClusters.PowerShell;

namespace Regroup.Practice
{
    /// <summary>One thing that the practice cluster answers.</summary>
    public sealed class Record
    {
        private readonly IDictionary<string, object> values;
        internal Record(IDictionary<string, object> values) { this.values = values; }

        public string Kind { get { return Text("kind"); } }
        public string Text(string name)
        {
            object value;
            return values.TryGetValue(name, out value) ? value as string : null;
        }
        public PracticeObject Object()
        {
            object value;
            PracticeObject made = null;
            try { if (values.TryGetValue("object", out value)) made = Values.Free(value) as PracticeObject; }
            catch (Exception) { throw Link.Gone(); }
            if (made == null) throw new PracticeUnavailableException("The practice cluster answered with an object of a type that these modules do not know.");
            return made;
        }
        internal IDictionary<string, object> Members(string name)
        {
            object value;
            return values.TryGetValue(name, out value) ? value as IDictionary<string, object> : null;
        }
        /// <summary>What ended the request; null: it came to its end.</summary>
        public Record Failure()
        {
            IDictionary<string, object> failure = Members("failure");
            return failure == null ? null : new Record(failure);
        }
        /// <summary>The error record of this failure, for PowerShell.</summary>
        public ErrorRecord Error(bool hyperV, object target)
        {
            object number;
            int win32 = values.TryGetValue("win32", out number) && number != null ? Convert.ToInt32(number) : 0;
            string message = Text("message");
            Exception exception = hyperV
                ? (Exception)new Microsoft.HyperV.PowerShell.VirtualizationException(message, win32)
                : new ClusterCmdletException(message, win32);
            ErrorCategory category;
            if (!Enum.TryParse(Text("category"), out category)) category = ErrorCategory.NotSpecified;
            return new ErrorRecord(exception, Text("fqid"), category, target);
        }
    }

    /// <summary>One request that is under way.</summary>
    public sealed class Request : IDisposable
    {
        private readonly NamedPipeClientStream pipe;
        private readonly StreamReader reader;
        private Task<string> line;

        internal Request(NamedPipeClientStream pipe)
        {
            this.pipe = pipe;
            reader = new StreamReader(pipe, new UTF8Encoding(false));
        }

        internal void Send(string text)
        {
            byte[] data = new UTF8Encoding(false).GetBytes(text + "\n");
            pipe.Write(data, 0, data.Length);
            pipe.Flush();
        }

        /// <summary>The next record. Null when none came in so many milliseconds; then it can be asked for again.</summary>
        public Record Next(int milliseconds)
        {
            string text;
            try
            {
                if (line == null) line = reader.ReadLineAsync();
                if (!line.Wait(milliseconds)) return null;
                text = line.Result;
                line = null;
            }
            catch (AggregateException) { throw Link.Gone(); }
            catch (IOException) { throw Link.Gone(); }
            if (text == null) throw Link.Gone();
            IDictionary<string, object> values;
            // Half an answer, or one of somebody else, is none.
            try { values = Json.Read(text) as IDictionary<string, object>; }
            catch (FormatException) { throw Link.Gone(); }
            if (values == null) throw Link.Gone();
            return new Record(values);
        }

        public void Dispose() { pipe.Dispose(); }
    }

    /// <summary>
    /// The connection data of this process. They come from the environment once, when a module is imported, and nothing
    /// changes the pipe afterwards: a practice session never ends up at another cluster.
    /// </summary>
    public static class Link
    {
        private static string pipe;
        private static string token;
        private static string foreign;

        /// <summary>Assemblies of the real modules.</summary>
        private static bool IsReal(Assembly assembly)
        {
            string name = assembly.GetName().Name;
            return name.StartsWith("Microsoft.FailoverClusters.", StringComparison.OrdinalIgnoreCase)
                || name.StartsWith("Microsoft.HyperV.PowerShell", StringComparison.OrdinalIgnoreCase);
        }

        private static void Watch(object sender, AssemblyLoadEventArgs loaded)
        {
            if (IsReal(loaded.LoadedAssembly)) foreign = loaded.LoadedAssembly.GetName().Name;
        }

        /// <summary>Takes the connection data and asks whether somebody answers to them within so many milliseconds.</summary>
        public static void Open(string newPipe, string newToken, int milliseconds)
        {
            if (pipe == null)
            {
                AppDomain.CurrentDomain.AssemblyLoad += Watch;
                foreach (Assembly assembly in AppDomain.CurrentDomain.GetAssemblies())
                    if (IsReal(assembly)) foreign = assembly.GetName().Name;
                pipe = newPipe;
                token = newToken;
            }
            else if (pipe != newPipe)
                throw new PracticeUnavailableException("This PowerShell belongs to another practice cluster. Open a new one for this cluster.");
            using (Request request = Begin("hello", new Dictionary<string, object>())) Last(request, milliseconds);
        }

        internal static PracticeUnavailableException Gone()
        {
            return new PracticeUnavailableException("The practice cluster is gone. Nothing was asked of any other cluster. Close this PowerShell, and open it anew from Regroup.");
        }

        private static Request Begin(string ask, IDictionary<string, object> content)
        {
            if (pipe == null) throw Gone();
            if (foreign != null)
                throw new PracticeUnavailableException("The real module " + foreign + " was loaded into this PowerShell, so practice is over here. Close it, and open a new one from Regroup.");
            const string prefix = "\\\\.\\pipe\\";
            string name = pipe.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) ? pipe.Substring(prefix.Length) : pipe;
            NamedPipeClientStream stream = new NamedPipeClientStream(".", name, PipeDirection.InOut, PipeOptions.Asynchronous);
            try
            {
                stream.Connect(2000);
                content["ask"] = ask;
                content["token"] = token;
                Request request = new Request(stream);
                request.Send(Json.Write(content));
                return request;
            }
            catch (ArgumentException) { stream.Dispose(); throw; }
            catch (Exception) { stream.Dispose(); throw Gone(); }
        }

        /// <summary>
        /// Reads to the end; answers the last object that came. Throws what ended the request, and when nothing came for so long.
        /// </summary>
        private static Record Last(Request request, int milliseconds)
        {
            Record found = null;
            while (true)
            {
                Record record = request.Next(milliseconds);
                if (record == null) throw Gone();
                if (record.Kind == "object") found = record;
                if (record.Kind != "done") continue;
                Record failure = record.Failure();
                if (failure != null) throw failure.Error(false, null).Exception;
                return found;
            }
        }

        /// <summary>Begins a cmdlet.</summary>
        public static Request Run(string cmdlet, IDictionary bound)
        {
            Dictionary<string, object> parameters = new Dictionary<string, object>();
            foreach (DictionaryEntry entry in bound)
            {
                string name = (string)entry.Key;
                if (Cmdlet.CommonParameters.Contains(name) || Cmdlet.OptionalCommonParameters.Contains(name)) continue;
                // Secrets stay here: the practice cluster has no use for them, but is told that there are some.
                bool secret = name == "Credential" || name == "Credentials" || name == "AccessKey";
                parameters[name] = secret ? true : entry.Value;
            }
            Dictionary<string, object> content = new Dictionary<string, object>();
            content["cmdlet"] = cmdlet;
            content["parameters"] = parameters;
            return Begin("cmdlet", content);
        }

        /// <summary>Whether objects of a type can be read again.</summary>
        internal static bool CanRead(string type)
        {
            return Array.IndexOf(new string[] { "Cluster", "ClusterNode", "ClusterGroup", "ClusterResource", "ClusterResourceType", "ClusterNetwork" }, type) >= 0;
        }

        internal static IDictionary<string, object> Read(IDictionary<string, object> identity)
        {
            Dictionary<string, object> content = new Dictionary<string, object>();
            content["object"] = identity;
            using (Request request = Begin("object", content))
            {
                Record found = Last(request, 600000);
                IDictionary<string, object> values = found == null ? null : found.Members("object");
                if (values == null) throw Gone();
                return values;
            }
        }

        internal static void Assign(IDictionary<string, object> identity, string property, object value)
        {
            Dictionary<string, object> content = new Dictionary<string, object>();
            content["object"] = identity;
            content["property"] = property;
            content["value"] = value;
            using (Request request = Begin("set", content)) Last(request, 600000);
        }
    }
}
